package id.laras.cycle.process;

import id.laras.cycle.CycleSettings;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationProcesses;
import id.laras.cycle.process.EvaluationProcess.Variables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts evaluations in Camunda, with the variables that the models agree on (docs/lifecycle.md). */
@Component
class CamundaEvaluationProcesses implements EvaluationProcesses {

    private final RuntimeService runtime;
    private final CycleSettings settings;
    private final EngineDates dates;

    CamundaEvaluationProcesses(@Lazy RuntimeService runtime, CycleSettings settings, EngineDates dates) {
        this.runtime = runtime;
        this.settings = settings;
        this.dates = dates;
    }

    @Override
    public void start(Evaluation evaluation) {
        runtime.createProcessInstanceByKey(EvaluationProcess.KEY)
                .businessKey(evaluation.id().value())
                .setVariables(variables(evaluation))
                .execute();
    }

    private VariableMap variables(Evaluation evaluation) {
        var variables = org.camunda.bpm.engine.variable.Variables.createVariables()
                .putValue(Variables.EMPLOYEE, evaluation.employee())
                .putValue(Variables.ASSESSOR, evaluation.assessor())
                .putValue(Variables.SUPERIOR, evaluation.superior())
                .putValue(Variables.EMPLOYEE_NAME, evaluation.employeeName())
                .putValue(Variables.OBJECTION_PERIOD, "P" + settings.objectionDays() + "D")
                .putValue(Variables.DECISION_PERIOD, "P" + settings.decisionDays() + "D");
        variables.putAll(dates.of(evaluation.schedule()));
        return variables;
    }
}
