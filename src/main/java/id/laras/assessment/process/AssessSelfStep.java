package id.laras.assessment.process;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.SelfAssessment;
import id.laras.assessment.SelfView;
import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.StepContext;
import id.laras.steps.Step;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The employee's self-assessment (penilaian diri). */
@Component
class AssessSelfStep implements HumanStep<SelfAssessment> {

    private final AssessmentService assessments;

    AssessSelfStep(AssessmentService assessments) {
        this.assessments = assessments;
    }

    @Override
    public Step step() {
        return Step.ASSESS_SELF;
    }

    @Override
    public Class<SelfAssessment> answerType() {
        return SelfAssessment.class;
    }

    @Override
    public SelfView view(StepContext context) {
        return assessments.selfView(EvaluationId.of(context.businessKey()));
    }

    @Override
    public Map<String, Object> complete(StepContext context, SelfAssessment answer) {
        assessments.selfAssess(EvaluationId.of(context.businessKey()), context.actor(), answer);
        return Map.of();
    }
}
