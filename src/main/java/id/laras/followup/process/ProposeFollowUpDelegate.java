package id.laras.followup.process;

import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.engine.ModelBean;
import id.laras.engine.RuleBook;
import id.laras.followup.FollowUpService;
import id.laras.followup.MeasureKind;
import id.laras.followup.Proposal;
import id.laras.steps.Deed;
import id.laras.steps.Does;
import id.laras.steps.ProcessModel;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the table what may follow the fixed result; the assessor decides on it. */
@Component
@ModelBean(ProcessModel.Keys.FOLLOW_UP)
@Does(Deed.PROPOSES_FOLLOW_UP)
class ProposeFollowUpDelegate implements JavaDelegate {

    private final EvaluationLookup evaluations;
    private final FollowUpService followUps;
    private final RuleBook rules;

    ProposeFollowUpDelegate(EvaluationLookup evaluations, FollowUpService followUps, RuleBook rules) {
        this.evaluations = evaluations;
        this.followUps = followUps;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var evaluation = evaluations.get(EvaluationId.of(execution.getProcessBusinessKey()));
        var input = Map.<String, Object>of(
                "predicate", evaluation.predicate().name(),
                "scheme", evaluation.cycle().scheme().name());
        var proposals = rules.evaluate(execution, FollowUpProcess.Decisions.PROPOSAL, input).stream()
                .map(ProposeFollowUpDelegate::proposal)
                .toList();
        followUps.propose(evaluation.id(), proposals);
    }

    private static Proposal proposal(Map<String, Object> row) {
        var code = (String) row.get("code");
        return new Proposal(
                MeasureKind.valueOf((String) row.get("kind")), code == null || code.isBlank() ? null : code, (String)
                        row.get("reason"));
    }
}
