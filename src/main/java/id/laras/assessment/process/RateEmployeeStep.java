package id.laras.assessment.process;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.RatingView;
import id.laras.assessment.SupervisorRating;
import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.StepContext;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The assessor (pejabat penilai) rates the employee. */
@Component
class RateEmployeeStep implements HumanStep<SupervisorRating> {

    private final AssessmentService assessments;

    RateEmployeeStep(AssessmentService assessments) {
        this.assessments = assessments;
    }

    @Override
    public String process() {
        return AssessmentProcess.KEY;
    }

    @Override
    public String task() {
        return AssessmentProcess.Elements.RATE_EMPLOYEE;
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
}
