package id.laras.assessment.process;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.ForeseenScores;
import id.laras.assessment.RatingView;
import id.laras.assessment.SupervisorRating;
import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.Outlook;
import id.laras.engine.StepContext;
import id.laras.steps.Step;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The assessor (pejabat penilai) rates the employee. */
@Component
class RateEmployeeStep implements HumanStep<SupervisorRating> {

    private final AssessmentService assessments;
    private final ForeseenScores scores;

    RateEmployeeStep(AssessmentService assessments, ForeseenScores scores) {
        this.assessments = assessments;
        this.scores = scores;
    }

    @Override
    public Step step() {
        return Step.RATE_EMPLOYEE;
    }

    @Override
    public Class<SupervisorRating> answerType() {
        return SupervisorRating.class;
    }

    @Override
    public RatingView view(StepContext context) {
        return assessments.ratingView(EvaluationId.of(context.businessKey()));
    }

    @Override
    public Map<String, Object> complete(StepContext context, SupervisorRating answer) {
        assessments.rate(EvaluationId.of(context.businessKey()), context.actor(), answer);
        return Map.of();
    }

    @Override
    public Outlook outlook(StepContext context, SupervisorRating answer) {
        return new Outlook(
                step().task(),
                List.of(
                        ForeseenScores.sentence(
                                scores.foresee(EvaluationId.of(context.businessKey()), context.taskId())),
                        Outlook.sentence("assessment.outlook.final")));
    }
}
