package id.laras.objection;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All reviews of results; they can be added and read, nothing else. */
interface Reviews extends Repository<Review, String> {

    Review save(Review review);

    Optional<Review> findFirstByEvaluationIdOrderByRoundDesc(String evaluationId);
}
