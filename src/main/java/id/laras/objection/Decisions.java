package id.laras.objection;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All decisions on objections; they can be added and read, nothing else. */
interface Decisions extends Repository<Decision, String> {

    Decision save(Decision decision);

    Optional<Decision> findById(String reviewId);

    boolean existsByEvaluationId(String evaluationId);
}
