package id.laras.dashboard;

import id.laras.assessment.ResultView;
import id.laras.assessment.Score;
import id.laras.calibration.MeetingView;
import id.laras.cycle.PeriodicPredicate;
import id.laras.evidence.CheckIn;
import id.laras.followup.FollowUpView;
import id.laras.objection.ObjectionView;
import id.laras.succession.HandOverNotes;
import id.laras.target.Plan;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a reader of an evaluation sees of it.
 *
 * @param plan           the targets that count, null before the first approval
 * @param earlierPlans   approved versions that were replaced, newest first
 * @param selfAssessmentMissed whether the day for the self-assessment passed without one
 * @param result         null until the reader may see one
 * @param earlierResults versions of the result that were replaced, newest first; empty while {@code result} is null
 * @param response       how the employee reacted, null before they did or while {@code result} is null
 * @param decidedBy      name of who decided on the objection, or null
 * @param followUp       null before the result is final
 * @param confirmedBy    name of who fixed the predicate, null before
 * @param meeting        the unit's calibration, null before it has decided or while {@code result} is null; its note is
 *                       about the whole unit and left out for the employee
 * @param meetingBy      name of who decided for HR in it, or null
 * @param periodic       predicates of the parts of the year, in an annual evaluation; empty while {@code result} is null
 * @param notes          what former assessors wrote down for their successors, as far as the reader may know
 */
public record Dossier(
        Plan plan,
        List<Plan> earlierPlans,
        List<CheckIn> checkIns,
        boolean selfAssessmentMissed,
        ResultView result,
        List<Score> earlierResults,
        ObjectionView response,
        String decidedBy,
        FollowUpView followUp,
        String confirmedBy,
        MeetingView meeting,
        String meetingBy,
        List<PeriodicPredicate> periodic,
        List<HandOverNotes.Note> notes) {

    /** The indicator as the newest version that has it describes it, or null; progress may be older than a revision. */
    public Plan.Indicator indicator(String id) {
        return Stream.concat(Stream.ofNullable(plan), earlierPlans.stream())
                .flatMap(version -> version.indicators().stream())
                .filter(indicator -> indicator.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
