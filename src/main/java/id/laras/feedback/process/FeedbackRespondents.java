package id.laras.feedback.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.ModelBean;
import id.laras.feedback.FeedbackService;
import id.laras.steps.ProcessModel;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Tells the model whom to ask. The engine asks once per instance: the answer must never change in between. */
@Component
@ModelBean(ProcessModel.Keys.ASSESSMENT)
public class FeedbackRespondents {

    private final FeedbackService feedback;

    FeedbackRespondents(FeedbackService feedback) {
        this.feedback = feedback;
    }

    /**
     * Ids of the invitations. The engine keeps these and not the accounts as variables: whoever has a task in the same
     * process could try in a query whether a variable equals a colleague's account.
     */
    public List<String> invitations(DelegateExecution execution) {
        return feedback.invitations(EvaluationId.of(execution.getProcessBusinessKey()));
    }

    /** Account of whom the invitation asks. */
    public String account(String invitation) {
        return feedback.respondent(invitation);
    }

    /** Accounts, for evaluations that still run on a rule book without invitations. */
    public List<String> of(DelegateExecution execution) {
        return feedback.invite(EvaluationId.of(execution.getProcessBusinessKey()));
    }
}
