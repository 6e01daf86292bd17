package id.laras.steps;

import static id.laras.steps.Deed.ACCEPTS;
import static id.laras.steps.Deed.AGREES_TARGETS;
import static id.laras.steps.Deed.CALIBRATES;
import static id.laras.steps.Deed.CARRIES_OUT;
import static id.laras.steps.Deed.CONFIRMS;
import static id.laras.steps.Deed.CORRECTS_RATING;
import static id.laras.steps.Deed.DECIDES_OBJECTION;
import static id.laras.steps.Deed.DECIDES_REWARD;
import static id.laras.steps.Deed.GATHERS;
import static id.laras.steps.Deed.INFORMS;
import static id.laras.steps.Deed.NOMINATES;
import static id.laras.steps.Deed.OBJECTS;
import static id.laras.steps.Deed.PLANS_FOLLOW_UP;
import static id.laras.steps.Deed.PROPOSES_TARGETS;
import static id.laras.steps.Deed.RATES;
import static id.laras.steps.Deed.SHOWS_RESULT;
import static id.laras.steps.Step.Trait.CONFIDENTIAL;
import static id.laras.steps.Step.Trait.LATE;
import static id.laras.steps.Step.Trait.OF_EITHER_SIDE;
import static id.laras.steps.Step.Trait.UNAWAITED;
import static id.laras.steps.Step.Trait.VERSIONED;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Every human step of the models, with what it is. Lists of late steps, kinds of substitution, rights in the engine and the
 * readers of the trail follow from here; a new user task is a row, and its bean a {@code HumanStep}
 * (docs/adr/0115-one-catalogue-of-steps-and-models.md).
 */
public enum Step implements StepFacts {
    DRAFT_TARGETS(ProcessModel.TARGET_SETTING, "UserTask_DraftTargets", null, Deeds.of(PROPOSES_TARGETS), LATE),
    APPROVE_TARGETS(
            ProcessModel.TARGET_SETTING,
            "UserTask_ApproveTargets",
            TaskKind.TARGETS,
            Deeds.of().either("targetsApproved", List.of(AGREES_TARGETS), List.of()),
            LATE,
            VERSIONED),
    CHECK_IN(ProcessModel.MONITORING, "UserTask_CheckIn", null, Deeds.of(INFORMS)),
    GIVE_CHECK_IN_FEEDBACK(
            ProcessModel.MONITORING, "UserTask_GiveCheckInFeedback", TaskKind.CHECK_INS, Deeds.of(INFORMS)),
    REVISE_TARGETS(
            ProcessModel.MONITORING,
            "UserTask_ReviseTargets",
            TaskKind.TARGETS,
            Deeds.of(PROPOSES_TARGETS),
            VERSIONED,
            OF_EITHER_SIDE),
    APPROVE_REVISION(
            ProcessModel.MONITORING,
            "UserTask_ApproveRevision",
            TaskKind.TARGETS,
            Deeds.of().either("revisionApproved", List.of(AGREES_TARGETS), List.of()),
            VERSIONED,
            OF_EITHER_SIDE),
    ASSESS_SELF(ProcessModel.ASSESSMENT, "UserTask_AssessSelf", null, Deeds.of(GATHERS)),
    GIVE_FEEDBACK(ProcessModel.ASSESSMENT, "UserTask_GiveFeedback", null, Deeds.of(GATHERS), CONFIDENTIAL),
    RATE_EMPLOYEE(
            ProcessModel.ASSESSMENT, "UserTask_RateEmployee", TaskKind.ASSESSMENT, Deeds.of(RATES), LATE, VERSIONED),
    REVIEW_RESULT(
            ProcessModel.OBJECTION,
            "UserTask_ReviewResult",
            null,
            Deeds.beginning(SHOWS_RESULT).either("objectionRaised", List.of(OBJECTS), List.of(ACCEPTS))),
    DECIDE_OBJECTION(
            ProcessModel.OBJECTION,
            "UserTask_DecideObjection",
            TaskKind.OBJECTION,
            Deeds.of(DECIDES_OBJECTION).either("resultChanged", List.of(CORRECTS_RATING), List.of()),
            LATE,
            VERSIONED),
    CALIBRATE_UNIT(ProcessModel.CALIBRATION, "UserTask_CalibrateUnit", TaskKind.TEAM, Deeds.of(CALIBRATES)),
    CONFIRM_RESULT(ProcessModel.EVALUATION, "UserTask_ConfirmResult", TaskKind.ASSESSMENT, Deeds.of(CONFIRMS), LATE),
    PLAN_DEVELOPMENT(
            ProcessModel.FOLLOW_UP, "UserTask_PlanDevelopment", TaskKind.FOLLOW_UP, Deeds.of(PLANS_FOLLOW_UP), LATE),
    CONFIRM_TRAINING(ProcessModel.TRAINING, "UserTask_ConfirmTraining", null, Deeds.of(CARRIES_OUT), LATE),
    HOLD_COACHING(ProcessModel.COACHING, "UserTask_HoldCoaching", TaskKind.FOLLOW_UP, Deeds.of(CARRIES_OUT), LATE),
    NOMINATE_REWARD(ProcessModel.REWARD, "UserTask_NominateReward", TaskKind.FOLLOW_UP, Deeds.of(NOMINATES), LATE),
    DECIDE_REWARD(ProcessModel.REWARD, "UserTask_DecideReward", TaskKind.TEAM, Deeds.of(DECIDES_REWARD), LATE),
    // what somebody saw themselves nobody can write in their stead
    WRITE_HAND_OVER_NOTE(ProcessModel.HAND_OVER, "UserTask_WriteHandOverNote", null, Deeds.of(INFORMS), UNAWAITED);

    /** What not every step is. */
    public enum Trait {
        /** The evaluation waits for it until somebody acts: HR is shown who is late with it. */
        LATE,
        /** Its answer makes a version of the targets or of the score. */
        VERSIONED,
        /** Proposed by the employee or the assessor, and approved by the other. */
        OF_EITHER_SIDE,
        /** See {@link StepFacts#confidential}. */
        CONFIDENTIAL,
        /** See {@link StepFacts#awaited}. */
        UNAWAITED
    }

    private final ProcessModel model;
    private final String task;
    private final TaskKind kind;
    private final Deeds deeds;
    private final Set<Trait> traits;

    /** @param kind null for what only the person can do: everything about themselves, and a confidential opinion */
    Step(ProcessModel model, String task, TaskKind kind, Deeds deeds, Trait... traits) {
        this.model = model;
        this.task = task;
        this.kind = kind;
        this.deeds = deeds;
        var all = EnumSet.noneOf(Trait.class);
        Collections.addAll(all, traits);
        this.traits = all;
    }

    public ProcessModel model() {
        return model;
    }

    @Override
    public String process() {
        return model.key();
    }

    @Override
    public String task() {
        return task;
    }

    /** As which kind it can be handed to a substitute; empty when nobody does it for another. */
    public Optional<TaskKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** What it does in the eyes of the law. */
    public Deeds deeds() {
        return deeds;
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    @Override
    public boolean confidential() {
        return is(CONFIDENTIAL);
    }

    @Override
    public boolean awaited() {
        return !is(UNAWAITED);
    }

    /** The file of its form, which is named after it and belongs to no other. */
    public String form() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".html";
    }

    /** @return empty for a user task of a model that is not one of Laras's own */
    public static Optional<Step> of(String process, String task) {
        return Arrays.stream(values())
                .filter(step -> step.process().equals(process) && step.task.equals(task))
                .findFirst();
    }

    public static List<Step> with(Trait trait) {
        return all(step -> step.is(trait));
    }

    public static List<Step> of(TaskKind kind) {
        return all(step -> step.kind == kind);
    }

    private static List<Step> all(Predicate<Step> wanted) {
        return Arrays.stream(values()).filter(wanted).toList();
    }
}
