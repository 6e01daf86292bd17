package id.laras.followup.process;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.ResultView;
import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.StepContext;
import id.laras.followup.RewardService;
import id.laras.steps.Step;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The assessor nominates the employee for a reward. */
@Component
class NominateRewardStep implements HumanStep<NominateRewardStep.Answer> {

    private final RewardService rewards;
    private final AssessmentService assessments;

    NominateRewardStep(RewardService rewards, AssessmentService assessments) {
        this.rewards = rewards;
        this.assessments = assessments;
    }

    @Override
    public Step step() {
        return Step.NOMINATE_REWARD;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public View view(StepContext context) {
        var locale = LocaleContextHolder.getLocale();
        return new View(
                assessments
                        .result(EvaluationId.of(context.businessKey()), locale)
                        .orElse(null),
                rewards.kinds(locale).stream().map(Choice::of).toList());
    }

    @Override
    public Map<String, Object> complete(StepContext context, Answer answer) {
        rewards.nominate(EvaluationId.of(context.businessKey()), answer.kind(), answer.citation(), context.actor());
        return Map.of();
    }

    record Answer(String kind, String citation) {}

    record View(@Nullable ResultView result, List<Choice> kinds) {}
}
