package id.laras.feedback.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.ModelBean;
import id.laras.feedback.FeedbackService;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Tells the model whom to ask. The engine asks once per instance: the answer must never change in between. */
@Component
public class FeedbackRespondents implements ModelBean {

    private final FeedbackService feedback;

    FeedbackRespondents(FeedbackService feedback) {
        this.feedback = feedback;
    }

    public List<String> of(DelegateExecution execution) {
        return feedback.invite(EvaluationId.of(execution.getProcessBusinessKey()));
    }
}
