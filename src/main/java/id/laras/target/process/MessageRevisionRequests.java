package id.laras.target.process;

import id.laras.cycle.EvaluationId;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.target.RevisionRequests;
import id.laras.target.TargetService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the running monitoring by message that a revision is asked for. */
@Component
class MessageRevisionRequests implements RevisionRequests {

    private final TargetService targets;
    private final RuntimeService runtime;

    MessageRevisionRequests(TargetService targets, @Lazy RuntimeService runtime) {
        this.targets = targets;
        this.runtime = runtime;
    }

    @Override
    @Transactional
    public void request(EvaluationId evaluation, Actor actor) {
        var sides = targets.openRevision(evaluation, actor);
        try {
            runtime.createMessageCorrelation(RevisionProcess.Messages.REVISION_REQUESTED)
                    .processInstanceBusinessKey(evaluation.value())
                    .setVariable(RevisionProcess.Variables.REVISER, sides.reviser())
                    .setVariable(RevisionProcess.Variables.REVISION_APPROVER, sides.approver())
                    .correlate();
        } catch (MismatchingMessageCorrelationException notWaiting) {
            throw new Refusal("target.revision.notActive");
        }
    }
}
