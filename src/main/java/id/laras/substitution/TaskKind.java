package id.laras.substitution;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Kinds of task that a person can hand to a substitute, each with its steps (process/user task). Every step of every model
 * stands either here or among {@link #NEVER}.
 */
public enum TaskKind {
    /** The assessor's hand in targets and their revision. */
    TARGETS(
            "TargetSetting/UserTask_ApproveTargets",
            "Monitoring/UserTask_ReviseTargets",
            "Monitoring/UserTask_ApproveRevision"),
    /** Answering the employee's reports. */
    CHECK_INS("Monitoring/UserTask_GiveCheckInFeedback"),
    /** Rating, and fixing the result. */
    ASSESSMENT("Assessment/UserTask_RateEmployee", "Evaluation/UserTask_ConfirmResult"),
    OBJECTION("Objection/UserTask_DecideObjection"),
    /** Plan of development, coaching, nomination for a reward. */
    FOLLOW_UP("FollowUp/UserTask_PlanDevelopment", "Coaching/UserTask_HoldCoaching", "Reward/UserTask_NominateReward"),
    /** Tasks of the HR team, which gives nobody a right that he has not: what the person holds goes back to the team. */
    TEAM("Calibration/UserTask_CalibrateUnit", "Reward/UserTask_DecideReward");

    /** What only the person himself can do: everything about himself, and a confidential opinion. */
    static final Set<String> NEVER = Set.of(
            "TargetSetting/UserTask_DraftTargets",
            "Monitoring/UserTask_CheckIn",
            "Assessment/UserTask_AssessSelf",
            "Assessment/UserTask_GiveFeedback",
            "Objection/UserTask_ReviewResult",
            "Training/UserTask_ConfirmTraining",
            // what he himself saw nobody can write in his stead; it closes by itself
            "HandOver/UserTask_WriteHandOverNote");

    /** Proposed by the employee or the assessor, and approved by the other. */
    private static final Set<String> OF_EITHER_SIDE =
            Set.of("Monitoring/UserTask_ReviseTargets", "Monitoring/UserTask_ApproveRevision");

    private final Set<String> steps;

    TaskKind(String... steps) {
        this.steps = Set.of(steps);
    }

    Set<String> steps() {
        return steps;
    }

    /** Whether the employee may do the step too, though it is about their own evaluation. */
    static boolean isOfEitherSide(String process, String task) {
        return OF_EITHER_SIDE.contains(process + "/" + task);
    }

    /** Empty for a step that nobody does for another. */
    public static Optional<TaskKind> of(String process, String task) {
        return Arrays.stream(values())
                .filter(kind -> kind.steps.contains(process + "/" + task))
                .findFirst();
    }
}
