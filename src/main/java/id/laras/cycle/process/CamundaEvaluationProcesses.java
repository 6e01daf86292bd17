package id.laras.cycle.process;

import id.laras.cycle.CycleSettings;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationProcesses;
import id.laras.cycle.process.EvaluationProcess.Variables;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts evaluations in Camunda, with the variables that the models agree on (docs/lifecycle.md). */
@Component
class CamundaEvaluationProcesses implements EvaluationProcesses {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final RuntimeService runtime;
    private final CycleSettings settings;
    private final Clock clock;

    CamundaEvaluationProcesses(@Lazy RuntimeService runtime, CycleSettings settings, Clock clock) {
        this.runtime = runtime;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start(Evaluation evaluation) {
        runtime.createProcessInstanceByKey(EvaluationProcess.KEY)
                .businessKey(evaluation.id().value())
                .setVariables(variables(evaluation))
                .execute();
    }

    private VariableMap variables(Evaluation evaluation) {
        var cycle = evaluation.cycle();
        return org.camunda.bpm.engine.variable.Variables.createVariables()
                .putValue(Variables.EMPLOYEE, evaluation.employee())
                .putValue(Variables.SUPERVISOR, evaluation.supervisor())
                .putValue(Variables.SUPERIOR, evaluation.superior())
                .putValue(Variables.EMPLOYEE_NAME, evaluation.employeeName())
                .putValue(Variables.TARGETS_DUE, at(cycle.targetsDue(), END_OF_DAY))
                .putValue(Variables.ASSESSMENT_OPENS, at(cycle.assessmentOpens(), LocalTime.MIN))
                .putValue(Variables.FEEDBACK_CLOSES, at(cycle.feedbackCloses(), END_OF_DAY))
                .putValue(Variables.ASSESSMENT_DUE, at(cycle.assessmentDue(), END_OF_DAY))
                .putValue(Variables.OBJECTION_PERIOD, "P" + settings.objectionDays() + "D")
                .putValue(Variables.DECISION_PERIOD, "P" + settings.decisionDays() + "D");
    }

    private String at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
