package id.laras.substitution.process;

import id.laras.engine.WholeDays;
import id.laras.substitution.SubstitutionProcesses;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** One process per substitution: its timers are the engine's jobs, repeated and shown to HR when they fail. */
@Component
class CamundaSubstitutionProcesses implements SubstitutionProcesses {

    private final RuntimeService runtime;
    private final WholeDays days;

    CamundaSubstitutionProcesses(@Lazy RuntimeService runtime, WholeDays days) {
        this.runtime = runtime;
        this.days = days;
    }

    @Override
    public void start(String id, LocalDate firstDay, LocalDate lastDay) {
        runtime.startProcessInstanceByKey(
                SubstitutionProcess.KEY,
                id,
                Map.of(
                        SubstitutionProcess.Variables.BEGINS,
                        days.beginOf(firstDay),
                        SubstitutionProcess.Variables.ENDS,
                        days.beginOf(lastDay.plusDays(1))));
    }

    @Override
    public void end(String id) {
        runtime.createMessageCorrelation(SubstitutionProcess.Messages.ENDED)
                .processInstanceBusinessKey(id)
                .correlateAll();
    }
}
