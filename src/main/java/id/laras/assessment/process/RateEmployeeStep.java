package id.laras.assessment.process;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.AssessorRating;
import id.laras.assessment.ForeseenScores;
import id.laras.assessment.RatingView;
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
class RateEmployeeStep implements HumanStep<AssessorRating> {

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
    public Class<AssessorRating> answerType() {
        return AssessorRating.class;
    }

    @Override
    public RatingView view(StepContext context) {
        return assessments.ratingView(EvaluationId.of(context.businessKey()));
    }

    @Override
    public Map<String, Object> complete(StepContext context, AssessorRating answer) {
        assessments.rate(EvaluationId.of(context.businessKey()), context.actor(), answer);
        return Map.of();
    }

    @Override
    public Outlook outlook(StepContext context, AssessorRating answer) {
        return new Outlook(
                step().task(),
                List.of(
                        ForeseenScores.sentence(
                                scores.foresee(EvaluationId.of(context.businessKey()), context.taskId())),
                        Outlook.sentence("assessment.outlook.final")));
    }
}
