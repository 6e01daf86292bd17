package id.laras.succession.process;

import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.engine.WholeDays;
import id.laras.succession.NoteRequests;
import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** One run of {@code hand-over.bpmn} for each note that is asked for. */
@Component
class CamundaNoteRequests implements NoteRequests {

    private static final String ASSESSES_AGAIN = "assesses again";

    private final RuntimeService runtime;
    private final WholeDays wholeDays;

    CamundaNoteRequests(@Lazy RuntimeService runtime, WholeDays wholeDays) {
        this.runtime = runtime;
        this.wholeDays = wholeDays;
    }

    @Override
    public void ask(Evaluation evaluation, String former, String change, LocalDate until) {
        runtime.createProcessInstanceByKey(HandOverProcess.KEY)
                .businessKey(evaluation.id().value())
                .setVariable(HandOverProcess.Variables.FORMER, former)
                .setVariable(HandOverProcess.Variables.DUE, wholeDays.endOf(until))
                .setVariable(HandOverProcess.Variables.EMPLOYEE_NAME, evaluation.employeeName())
                .setVariable(HandOverProcess.CHANGE, change)
                .execute();
    }

    @Override
    public boolean withdraw(EvaluationId evaluation, String former) {
        var asked = runtime.createProcessInstanceQuery()
                .processDefinitionKey(HandOverProcess.KEY)
                .processInstanceBusinessKey(evaluation.value())
                .variableValueEquals(HandOverProcess.Variables.FORMER, former)
                .list();
        asked.forEach(run -> runtime.deleteProcessInstance(run.getId(), ASSESSES_AGAIN));
        return !asked.isEmpty();
    }
}
