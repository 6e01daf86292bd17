package id.laras.followup.process;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.ResultView;
import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.StepContext;
import id.laras.followup.CoachingKind;
import id.laras.followup.CoachingRecord;
import id.laras.followup.FollowUpService;
import id.laras.steps.Step;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The assessor holds the coaching and notes down what was agreed. */
@Component
class HoldCoachingStep implements HumanStep<CoachingRecord> {

    private final FollowUpService followUps;
    private final AssessmentService assessments;

    HoldCoachingStep(FollowUpService followUps, AssessmentService assessments) {
        this.followUps = followUps;
        this.assessments = assessments;
    }

    @Override
    public Step step() {
        return Step.HOLD_COACHING;
    }

    @Override
    public Class<CoachingRecord> answerType() {
        return CoachingRecord.class;
    }

    @Override
    public View view(StepContext context) {
        var id = EvaluationId.of(context.businessKey());
        var coaching = followUps.coaching(id).orElseThrow();
        return new View(
                coaching.kind(),
                coaching.topic(),
                coaching.until(),
                assessments.result(id, LocaleContextHolder.getLocale()).orElse(null));
    }

    @Override
    public Map<String, Object> complete(StepContext context, CoachingRecord held) {
        followUps.holdCoaching(EvaluationId.of(context.businessKey()), held, context.actor());
        return Map.of();
    }

    record View(
            CoachingKind kind,
            String topic,
            @Nullable LocalDate until,
            @Nullable ResultView result) {}
}
