package id.laras.feedback.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.ModelBean;
import id.laras.feedback.FeedbackService;
import id.laras.steps.Deed;
import id.laras.steps.Does;
import id.laras.steps.ProcessModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Fixes who is asked, and tells the gateway behind it whether there is anybody whose opinion is waited for. */
@Component
@ModelBean(ProcessModel.Keys.ASSESSMENT)
@Does(Deed.INFORMS)
class InviteColleaguesDelegate implements JavaDelegate {

    private static final String COLLEAGUES_INVITED = "colleaguesInvited";

    private final FeedbackService feedback;

    InviteColleaguesDelegate(FeedbackService feedback) {
        this.feedback = feedback;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var asked = feedback.invite(EvaluationId.of(execution.getProcessBusinessKey()));
        execution.setVariable(COLLEAGUES_INVITED, !asked.isEmpty());
    }
}
