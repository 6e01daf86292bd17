package id.laras.followup.process;

import static id.laras.followup.process.FollowUpProcess.Variables.COACHING_PLANNED;
import static id.laras.followup.process.FollowUpProcess.Variables.COACHING_UNTIL;
import static id.laras.followup.process.FollowUpProcess.Variables.REWARD_PROPOSED;
import static id.laras.followup.process.FollowUpProcess.Variables.TRAINING_PLANNED;
import static id.laras.followup.process.FollowUpProcess.Variables.TRAINING_UNTIL;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.ResultView;
import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.Outlook;
import id.laras.engine.StepContext;
import id.laras.engine.WholeDays;
import id.laras.followup.DevelopmentPlan;
import id.laras.followup.DevelopmentPlan.TrainingOrder;
import id.laras.followup.FollowUpService;
import id.laras.followup.FollowUpSettings.Offer;
import id.laras.followup.MeasureKind;
import id.laras.followup.Proposal;
import id.laras.steps.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The assessor decides what follows the result. */
@Component
class PlanDevelopmentStep implements HumanStep<DevelopmentPlan> {

    private final FollowUpService followUps;
    private final AssessmentService assessments;
    private final MessageSource messages;
    private final WholeDays days;

    PlanDevelopmentStep(
            FollowUpService followUps, AssessmentService assessments, MessageSource messages, WholeDays days) {
        this.followUps = followUps;
        this.assessments = assessments;
        this.messages = messages;
        this.days = days;
    }

    @Override
    public Step step() {
        return Step.PLAN_DEVELOPMENT;
    }

    @Override
    public Class<DevelopmentPlan> answerType() {
        return DevelopmentPlan.class;
    }

    @Override
    public View view(StepContext context) {
        var id = EvaluationId.of(context.businessKey());
        var locale = LocaleContextHolder.getLocale();
        var catalogue = followUps.catalogue(locale);
        return new View(
                assessments.result(id, locale).orElse(null),
                followUps.proposals(id).stream()
                        .map(proposal -> proposed(proposal, catalogue))
                        .toList(),
                catalogue.stream().map(Choice::of).toList());
    }

    private Proposed proposed(Proposal proposal, List<Offer> catalogue) {
        var title = catalogue.stream()
                .filter(offer -> offer.code().equals(proposal.code()))
                .map(Offer::title)
                .findFirst()
                .orElseGet(() -> messages.getMessage(name(proposal), null, LocaleContextHolder.getLocale()));
        return new Proposed(proposal.kind(), proposal.code(), title, proposal.reason());
    }

    private static String name(Proposal proposal) {
        return proposal.kind() == MeasureKind.COACHING && proposal.code() != null
                ? "followup.coaching." + proposal.code()
                : "followup.kind." + proposal.kind();
    }

    @Override
    public Map<String, Object> complete(StepContext context, DevelopmentPlan plan) {
        followUps.plan(EvaluationId.of(context.businessKey()), plan, context.actor());
        Map<String, Object> flags = new HashMap<>();
        flags.put(TRAINING_PLANNED, !plan.trainings().isEmpty());
        flags.put(COACHING_PLANNED, plan.coaching() != null);
        flags.put(REWARD_PROPOSED, plan.reward());
        // What was agreed is when the tasks are due: one day, on the form and in every list.
        plan.trainings().stream()
                .map(TrainingOrder::until)
                .max(Comparator.naturalOrder())
                .ifPresent(last -> flags.put(TRAINING_UNTIL, days.endOf(last)));
        if (plan.coaching() != null) {
            flags.put(COACHING_UNTIL, days.endOf(plan.coaching().until()));
        }
        return flags;
    }

    @Override
    public Outlook outlook(StepContext context, DevelopmentPlan plan) {
        var told = new ArrayList<MessageSourceResolvable>();
        if (!plan.trainings().isEmpty()) {
            told.add(Outlook.sentence(
                    "followup.outlook.trainings", plan.trainings().size()));
        }
        if (plan.coaching() != null) {
            told.add(Outlook.sentence("followup.outlook.coaching"));
        }
        if (plan.reward()) {
            told.add(Outlook.sentence("followup.outlook.reward"));
        }
        var nothing = told.isEmpty();
        told.add(Outlook.sentence(nothing ? "followup.outlook.none" : "followup.outlook.planned"));
        return new Outlook(step().task() + (nothing ? ".none" : ".planned"), told);
    }

    record View(@Nullable ResultView result, List<Proposed> proposals, List<Choice> catalogue) {}

    record Proposed(MeasureKind kind, @Nullable String code, String title, String reason) {}
}
