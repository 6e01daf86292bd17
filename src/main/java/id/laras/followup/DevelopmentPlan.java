package id.laras.followup;

import java.time.LocalDate;
import java.util.List;

/**
 * What the assessor plans after the result; any of it may be missing.
 *
 * @param coaching null when none is planned
 * @param reward   whether a reward is to be nominated
 * @param note     may be empty
 */
public record DevelopmentPlan(List<TrainingOrder> trainings, CoachingOrder coaching, boolean reward, String note) {

    public DevelopmentPlan {
        trainings = trainings == null ? List.of() : List.copyOf(trainings);
    }

    /**
     * @param code  in the catalogue
     * @param goal  what it is to achieve
     * @param until last day, in the agency's zone
     */
    public record TrainingOrder(String code, String goal, LocalDate until) {}

    /**
     * @param kind  guidance when nothing is said
     * @param until last day, in the agency's zone
     */
    public record CoachingOrder(CoachingKind kind, String topic, LocalDate until) {

        public CoachingOrder {
            kind = kind == null ? CoachingKind.GUIDANCE : kind;
        }
    }
}
