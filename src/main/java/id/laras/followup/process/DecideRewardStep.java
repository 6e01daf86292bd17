package id.laras.followup.process;

import static id.laras.followup.process.RewardProcess.Variables.REWARD_GRANTED;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.ResultView;
import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.Outlook;
import id.laras.engine.StepContext;
import id.laras.followup.FollowUpView;
import id.laras.followup.RewardService;
import id.laras.security.StoodIn;
import id.laras.steps.Step;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** HR grants or declines the reward. */
@Component
class DecideRewardStep implements HumanStep<DecideRewardStep.Answer> {

    private final RewardService rewards;
    private final AssessmentService assessments;
    private final StoodIn stoodIn;

    DecideRewardStep(RewardService rewards, AssessmentService assessments, StoodIn stoodIn) {
        this.rewards = rewards;
        this.assessments = assessments;
        this.stoodIn = stoodIn;
    }

    @Override
    public Step step() {
        return Step.DECIDE_REWARD;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public View view(StepContext context) {
        var id = EvaluationId.of(context.businessKey());
        var locale = LocaleContextHolder.getLocale();
        return new View(
                assessments.result(id, locale).orElse(null),
                rewards.find(id, locale)
                        .map(reward -> nomination(id, reward, locale))
                        .orElseThrow());
    }

    private Nomination nomination(EvaluationId id, FollowUpView.Reward reward, Locale locale) {
        var name = stoodIn.name(reward.by());
        var by = stoodIn.shown(id.value(), reward.by(), name, locale, Step.NOMINATE_REWARD);
        return new Nomination(reward.kind(), reward.title(), reward.citation(), by, reward.at());
    }

    @Override
    public Map<String, Object> complete(StepContext context, Answer answer) {
        rewards.decide(EvaluationId.of(context.businessKey()), answer.granted(), answer.reason(), context.actor());
        return Map.of(REWARD_GRANTED, answer.granted());
    }

    @Override
    public Outlook outlook(StepContext context, Answer answer) {
        return new Outlook(
                step().task(),
                List.of(Outlook.sentence(answer.granted() ? "followup.outlook.granted" : "followup.outlook.declined")));
    }

    record Answer(boolean granted, String reason) {}

    record View(@Nullable ResultView result, Nomination nomination) {}

    record Nomination(String kind, String title, String citation, String by, Instant at) {}
}
