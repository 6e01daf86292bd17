package id.laras.assessment.process;

import id.laras.assessment.AssessmentService;
import id.laras.cycle.EvaluationId;
import id.laras.engine.ModelBean;
import id.laras.engine.RuleBook;
import id.laras.steps.Deed;
import id.laras.steps.Does;
import id.laras.steps.ProcessModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Scores the latest rating by the rule book of this process; what is missing becomes an incident that HR retries. */
@Component
@ModelBean({ProcessModel.Keys.ASSESSMENT, ProcessModel.Keys.OBJECTION})
@Does(Deed.SCORES)
class CalculateScoreDelegate implements JavaDelegate {

    private final AssessmentService assessments;
    private final RuleBook ruleBook;

    CalculateScoreDelegate(AssessmentService assessments, RuleBook ruleBook) {
        this.assessments = assessments;
        this.ruleBook = ruleBook;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var evaluation = EvaluationId.of(execution.getProcessBusinessKey());
        assessments.score(
                evaluation, new RuleBookPredicates((decision, input) -> ruleBook.evaluate(execution, decision, input)));
    }
}
