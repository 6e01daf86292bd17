package id.laras.evidence.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.Outlook;
import id.laras.engine.StepContext;
import id.laras.evidence.CheckIn;
import id.laras.evidence.CheckInService;
import id.laras.evidence.Report;
import id.laras.steps.Step;
import id.laras.target.Plan;
import id.laras.target.TargetService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The employee reports how far the targets have come. */
@Component
class CheckInStep implements HumanStep<Report> {

    private final CheckInService checkIns;
    private final TargetService targets;

    CheckInStep(CheckInService checkIns, TargetService targets) {
        this.checkIns = checkIns;
        this.targets = targets;
    }

    @Override
    public Step step() {
        return Step.CHECK_IN;
    }

    @Override
    public Class<Report> answerType() {
        return Report.class;
    }

    @Override
    public View view(StepContext context) {
        var evaluation = EvaluationId.of(context.businessKey());
        var current = checkIns.current(evaluation).orElseThrow();
        return new View(
                current.checkIn().number(),
                current.plannedOn(),
                targets.approved(evaluation).orElse(null),
                Plan.Indicator.DECIMALS,
                current.previous());
    }

    @Override
    public Map<String, Object> complete(StepContext context, Report answer) {
        checkIns.report(EvaluationId.of(context.businessKey()), answer);
        return Map.of();
    }

    /** The next report puts right what this one got wrong. */
    @Override
    public Outlook outlook(StepContext context, Report answer) {
        return Outlook.next(step().task());
    }

    /** @param decimals kept of a value */
    record View(int number, LocalDate plannedOn, Plan plan, int decimals, List<CheckIn> previous) {}
}
