package id.laras.assessment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All ratings that were given; they can be added and read, nothing else. */
interface GivenRatings extends Repository<GivenRating, String> {

    GivenRating save(GivenRating rating);

    List<GivenRating> findByEvaluationIdOrderByNumber(String evaluationId);

    Optional<GivenRating> findFirstByEvaluationIdOrderByNumberDesc(String evaluationId);
}
