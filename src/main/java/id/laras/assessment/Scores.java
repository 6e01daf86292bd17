package id.laras.assessment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All versions of all scores; they can be added and read, nothing else. */
interface Scores extends Repository<Score, String> {

    Score save(Score score);

    List<Score> findByEvaluationIdOrderByNumber(String evaluationId);

    Optional<Score> findFirstByEvaluationIdOrderByNumberDesc(String evaluationId);
}
