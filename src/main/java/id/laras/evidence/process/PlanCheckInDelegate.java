package id.laras.evidence.process;

import static id.laras.evidence.process.MonitoringProcess.Variables.CHECK_IN_PLANNED;
import static id.laras.evidence.process.MonitoringProcess.Variables.NEXT_CHECK_IN;

import id.laras.cycle.EvaluationId;
import id.laras.engine.ModelBean;
import id.laras.engine.WholeDays;
import id.laras.evidence.CheckInService;
import id.laras.steps.Deed;
import id.laras.steps.Does;
import id.laras.steps.ProcessModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans the next check-in, and tells the timer behind it when. */
@Component
@ModelBean(ProcessModel.Keys.MONITORING)
@Does(Deed.INFORMS)
class PlanCheckInDelegate implements JavaDelegate {

    private final CheckInService checkIns;
    private final WholeDays days;

    PlanCheckInDelegate(CheckInService checkIns, WholeDays days) {
        this.checkIns = checkIns;
        this.days = days;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = checkIns.planNext(EvaluationId.of(execution.getProcessBusinessKey()));
        execution.setVariable(CHECK_IN_PLANNED, next.isPresent());
        next.map(days::beginOf).ifPresent(day -> execution.setVariable(NEXT_CHECK_IN, day));
    }
}
