package id.laras.assessment;

import id.laras.cycle.EvaluationId;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps what employee, assessor and superior answered; the latest answer of each kind counts. */
@Component
class Answers {

    private final GivenSelfAssessments selfAssessments;
    private final GivenRatings ratings;
    private final Clock clock;

    Answers(GivenSelfAssessments selfAssessments, GivenRatings ratings, Clock clock) {
        this.selfAssessments = selfAssessments;
        this.ratings = ratings;
        this.clock = clock;
    }

    Optional<SelfAssessment> self(EvaluationId id) {
        return selfAssessments
                .findFirstByEvaluationIdOrderByNumberDesc(id.value())
                .map(GivenSelfAssessment::answer);
    }

    void add(EvaluationId id, SelfAssessment answer) {
        var number = selfAssessments
                .findFirstByEvaluationIdOrderByNumberDesc(id.value())
                .map(given -> given.number() + 1)
                .orElse(1);
        selfAssessments.save(new GivenSelfAssessment(id.value(), number, answer, clock.instant()));
    }

    Optional<GivenRating> rating(EvaluationId id) {
        return ratings.findFirstByEvaluationIdOrderByNumberDesc(id.value());
    }

    /** Everybody who ever rated the employee in this evaluation. */
    Set<String> whoRated(EvaluationId id) {
        return ratings.findByEvaluationIdOrderByNumber(id.value()).stream()
                .map(GivenRating::ratedBy)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean ratedIn(String cycleId, String unitCode, String account) {
        return ratings.countIn(cycleId, unitCode, account) > 0;
    }

    void add(EvaluationId id, Basis basis, String ratedBy, AssessorRating rating, String reason) {
        var number = rating(id).map(given -> given.number() + 1).orElse(1);
        ratings.save(new GivenRating(id.value(), number, basis, ratedBy, rating, reason, clock.instant()));
    }
}
