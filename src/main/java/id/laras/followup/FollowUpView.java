package id.laras.followup;

import id.laras.evidence.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What follows an evaluation, for pages.
 *
 * @param plannedBy account, null while nobody has decided
 * @param coaching  null when none is planned
 * @param reward    null when none was nominated
 */
public record FollowUpView(
        List<Proposal> proposals,
        String plannedBy,
        Instant plannedAt,
        String note,
        List<Training> trainings,
        Coaching coaching,
        boolean rewardProposed,
        Reward reward) {

    /** @param completedOn null while it is not done */
    public record Training(
            String id,
            String code,
            String title,
            String goal,
            LocalDate until,
            LocalDate completedOn,
            String learned,
            List<Evidence> proof) {}

    /** @param heldOn null while it was not held */
    public record Coaching(
            CoachingKind kind, String topic, LocalDate until, LocalDate heldOn, String notes, String agreements) {}

    /** @param granted null while nobody has decided */
    public record Reward(
            String kind,
            String title,
            String citation,
            String by,
            Instant at,
            Boolean granted,
            String reason,
            String decidedBy,
            Instant decidedAt) {}
}
