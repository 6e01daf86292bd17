package id.laras.audit;

import id.laras.cycle.Evaluation;
import id.laras.cycle.Evaluations;
import id.laras.rules.AgencyDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * When an opinion, or what tells who was asked, counts as having come: on the day on which the feedback closes, all alike. A
 * moment beside the moments at which people work tells who it was, so none is kept (docs/adr/0074).
 */
@Component
class ClosingDays {

    private final Evaluations evaluations;
    private final Clock clock;

    ClosingDays(Evaluations evaluations, Clock clock) {
        this.evaluations = evaluations;
        this.clock = clock;
    }

    /** The beginning of that day in the agency's zone; of the day itself where there is no such evaluation. */
    Instant of(String evaluationId, Instant at) {
        return beginning(evaluations
                .findWithCycleById(evaluationId)
                .map(ClosingDays::day)
                .orElseGet(() -> AgencyDays.of(at, clock)));
    }

    /** As the evaluation has it now: where its days were moved, what came before stands under the new day too. */
    Instant of(Evaluation evaluation) {
        return beginning(day(evaluation));
    }

    /** Until then nobody may read that an opinion came, else whoever reads often learns when. The whole day counts. */
    boolean isOver(Evaluation evaluation) {
        return LocalDate.now(clock).isAfter(day(evaluation));
    }

    private static LocalDate day(Evaluation evaluation) {
        return evaluation.schedule().feedbackCloses();
    }

    /** Of a day that somebody may have asked for. */
    Instant beginning(LocalDate day, Instant otherwise) {
        return day == null ? otherwise : beginning(day);
    }

    private Instant beginning(LocalDate day) {
        return AgencyDays.begin(day, clock);
    }
}
