package id.laras.substitution.process;

import id.laras.substitution.SubstitutionProcesses;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** One process per substitution: its timers are the engine's jobs, repeated and shown to HR when they fail. */
@Component
class CamundaSubstitutionProcesses implements SubstitutionProcesses {

    private final RuntimeService runtime;
    private final Clock clock;

    CamundaSubstitutionProcesses(@Lazy RuntimeService runtime, Clock clock) {
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public void start(String id, LocalDate firstDay, LocalDate lastDay) {
        runtime.startProcessInstanceByKey(
                SubstitutionProcess.KEY,
                id,
                Map.of(
                        SubstitutionProcess.Variables.BEGINS,
                        beginOf(firstDay),
                        SubstitutionProcess.Variables.ENDS,
                        beginOf(lastDay.plusDays(1))));
    }

    @Override
    public void end(String id) {
        runtime.createMessageCorrelation(SubstitutionProcess.Messages.ENDED)
                .processInstanceBusinessKey(id)
                .correlateAll();
    }

    private String beginOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
