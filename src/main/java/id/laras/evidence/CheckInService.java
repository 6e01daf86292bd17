package id.laras.evidence;

import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import id.laras.target.Plan;
import id.laras.target.TargetService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans and keeps check-ins. */
@Service
@Transactional
public class CheckInService {

    private final PlannedCheckIns checkIns;
    private final EvaluationLookup evaluations;
    private final TargetService targets;
    private final Employees employees;
    private final Clock clock;

    CheckInService(
            PlannedCheckIns checkIns,
            EvaluationLookup evaluations,
            TargetService targets,
            Employees employees,
            Clock clock) {
        this.checkIns = checkIns;
        this.evaluations = evaluations;
        this.targets = targets;
        this.employees = employees;
        this.clock = clock;
    }

    /** The check-ins that the employee has reported, oldest first. */
    public List<CheckIn> checkIns(EvaluationId evaluation) {
        return all(evaluation).stream()
                .filter(PlannedCheckIn::isReported)
                .map(this::read)
                .toList();
    }

    /** The check-in that was planned last, with what has been said so far; empty before the first. */
    public Optional<CurrentCheckIn> current(EvaluationId evaluation) {
        var all = all(evaluation);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var last = all.get(all.size() - 1);
        var previous = all.stream()
                .filter(before -> before != last && before.isReported())
                .map(this::read)
                .toList();
        return Optional.of(new CurrentCheckIn(last.plannedOn(), read(last), previous));
    }

    /**
     * Plans the next check-in by the rhythm of the cycle.
     *
     * @return its date, in the agency's zone; empty when none is left before the assessment opens
     */
    public Optional<LocalDate> planNext(EvaluationId id) {
        var evaluation = evaluations.get(id);
        var days = evaluation.schedule();
        var before = all(id);
        var last = before.isEmpty() ? null : before.get(before.size() - 1).plannedOn();
        var next = new CheckInRhythm(days.firstDay(), evaluation.cycle().checkInMonths(), days.assessmentOpens())
                .next(last, LocalDate.now(clock));
        next.ifPresent(date -> checkIns.save(new PlannedCheckIn(id.value(), before.size() + 1, date)));
        return next;
    }

    /**
     * Enters the employee's report into the check-in that was planned last.
     *
     * @throws Refusal when it breaks a rule, or no check-in is awaited
     */
    public void report(EvaluationId evaluation, Report report) {
        var awaited = last(evaluation).filter(planned -> !planned.isReported()).orElseThrow(CheckInService::notAwaited);
        var indicators = targets.approved(evaluation).map(Plan::indicators).orElse(List.of());
        Refusal.ifAny(ReportRules.problems(report, indicators));
        awaited.report(LocalDate.now(clock), report.note(), report.progress());
    }

    /**
     * Enters the assessor's feedback on the report.
     *
     * @throws Refusal when it is empty or too long, or there is no report to answer
     */
    public void giveFeedback(EvaluationId evaluation, String feedback, String by) {
        var reported = last(evaluation).filter(PlannedCheckIn::isReported).orElseThrow(CheckInService::notAwaited);
        var problems = new ArrayList<Problem>();
        if (Reasons.missing(feedback)) {
            problems.add(new Problem("evidence.checkIn.feedback.missing"));
        }
        ReportRules.limit(feedback, "evidence.checkIn.feedback.long", problems);
        Refusal.ifAny(problems);
        reported.answer(feedback, by);
    }

    private static Refusal notAwaited() {
        return new Refusal("evidence.checkIn.notAwaited");
    }

    private Optional<PlannedCheckIn> last(EvaluationId evaluation) {
        return all(evaluation).stream().reduce((older, newer) -> newer);
    }

    private List<PlannedCheckIn> all(EvaluationId evaluation) {
        return checkIns.findByEvaluationIdOrderByOrdinal(evaluation.value());
    }

    private CheckIn read(PlannedCheckIn stored) {
        return new CheckIn(
                stored.ordinal(),
                stored.reportedOn(),
                stored.note(),
                stored.feedback(),
                name(stored.feedbackBy()),
                stored.progress());
    }

    private String name(String account) {
        return account == null
                ? null
                : employees.findByAccount(account).map(Employee::name).orElse(account);
    }
}
