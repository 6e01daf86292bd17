package id.laras.assessment.process;

import id.laras.assessment.AssessmentService;
import id.laras.cycle.EvaluationId;
import id.laras.engine.ModelBean;
import id.laras.steps.Deed;
import id.laras.steps.Does;
import id.laras.steps.ProcessModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The day passed without a self-assessment: the trail says so, and the assessor goes on without it. */
@Component
@ModelBean(ProcessModel.Keys.ASSESSMENT)
@Does(Deed.INFORMS)
class SelfAssessmentMissedListener implements ExecutionListener {

    private final AssessmentService assessments;

    SelfAssessmentMissedListener(AssessmentService assessments) {
        this.assessments = assessments;
    }

    @Override
    public void notify(DelegateExecution execution) {
        assessments.missSelfAssessment(EvaluationId.of(execution.getProcessBusinessKey()));
    }
}
