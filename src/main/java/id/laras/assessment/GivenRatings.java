package id.laras.assessment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All ratings that were given; they can be added and read, nothing else. */
interface GivenRatings extends Repository<GivenRating, String> {

    GivenRating save(GivenRating rating);

    List<GivenRating> findByEvaluationIdOrderByNumber(String evaluationId);

    @Query("select count(r) from GivenRating r join Evaluation e on e.id = r.evaluationId"
            + " where e.cycle.id = :cycleId and e.unitCode = :unitCode and r.ratedBy = :account")
    long countIn(String cycleId, String unitCode, String account);

    Optional<GivenRating> findFirstByEvaluationIdOrderByNumberDesc(String evaluationId);
}
