package id.laras.succession;

import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Evaluations;
import id.laras.cycle.RunningEvaluations;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.people.LinesOfOneDay;
import id.laras.people.ReportingLines;
import id.laras.security.AccountDirectory;
import id.laras.security.Deeds;
import id.laras.security.Personnel;
import id.laras.security.StoodIn;
import id.laras.steps.Step;
import id.laras.steps.TrailEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who decides on an objection to a rating: the next above the assessor who can and never had a hand in that evaluation, or the HR team
 * when there is none.
 */
@Component
public class Deciders {

    private final Evaluations evaluations;
    private final AssessorChanges changes;
    private final ReportingLines reportingLines;
    private final Employees employees;
    private final RunningEvaluations processes;
    private final StoodIn stoodIn;
    private final AccountDirectory accounts;
    private final Personnel personnel;
    private final Deeds deeds;
    private final ApplicationEventPublisher events;

    Deciders(
            Evaluations evaluations,
            AssessorChanges changes,
            ReportingLines reportingLines,
            Employees employees,
            RunningEvaluations processes,
            StoodIn stoodIn,
            AccountDirectory accounts,
            Personnel personnel,
            Deeds deeds,
            ApplicationEventPublisher events) {
        this.evaluations = evaluations;
        this.changes = changes;
        this.reportingLines = reportingLines;
        this.employees = employees;
        this.processes = processes;
        this.stoodIn = stoodIn;
        this.accounts = accounts;
        this.personnel = personnel;
        this.deeds = deeds;
        this.events = events;
    }

    /** Those above the employee, the nearest first, who can log in: whose account is closed can do nothing of it. */
    List<Employee> above(LinesOfOneDay lines, Evaluation evaluation) {
        var above = lines.superiors(evaluation.employeeNip());
        var known = employees.findAllById(above).stream().collect(Collectors.toMap(Employee::nip, Function.identity()));
        return above.stream()
                .map(known::get)
                .filter(person -> person != null && !accounts.isClosed(person.account()))
                .toList();
    }

    /** Whether the one who would decide cannot today, though they may be back before it is decided. */
    boolean cannot(Evaluation evaluation) {
        return isGone(evaluation)
                || evaluation.superior() != null
                        && personnel.absent(evaluation.superior()).isPresent();
    }

    /** Whether the one who would decide never can: out of service or office, shut out, or with a conflict of interest. */
    boolean isGone(Evaluation evaluation) {
        var superior = evaluation.superior();
        return superior != null && (!processes.mayDecide(evaluation.id(), superior) || hasLeftOffice(superior));
    }

    /** Whether nothing that waits for them by their office is done by this account any more. */
    public boolean hasLeft(String account) {
        return accounts.isClosed(account) || personnel.hasLeft(account) || hasLeftOffice(account);
    }

    private boolean hasLeftOffice(String account) {
        return personnel.absent(account).filter(absent -> !absent.isOnLeave()).isPresent();
    }

    /**
     * Nobody decides on an objection to a rating that they gave or may have given, nor the employee on their own.
     *
     * @param above see {@link #above}
     * @return account, null for the HR team
     */
    String next(Evaluation evaluation, List<Employee> above) {
        Set<String> concerned = new HashSet<>(List.of(evaluation.employee(), evaluation.assessor()));
        above.stream().limit(1).map(Employee::account).forEach(concerned::add);
        changes.findByEvaluationIdOrderByDecidedAt(evaluation.id().value())
                .forEach(change -> concerned.add(change.former()));
        concerned.addAll(stoodIn.parties(evaluation.id().value(), Step.RATE_EMPLOYEE));
        return above.stream()
                .map(Employee::account)
                .filter(account -> !concerned.contains(account) && processes.mayDecide(evaluation.id(), account))
                .findFirst()
                .orElse(null);
    }

    /**
     * An objection was raised: where whoever would decide on it has left by now, it is the next one's before there is a task.
     *
     * @return account of who decides, null for the HR team
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String raised(EvaluationId id) {
        var evaluation = evaluations.findWithCycleById(id.value()).orElseThrow();
        var former = evaluation.superior();
        if (former != null && hasLeft(former)) {
            var decider = next(evaluation, above(reportingLines.today(), evaluation));
            evaluation.handOver(evaluation.assessor(), evaluation.assessorName(), decider);
            tell(evaluation, former, null, null);
        }
        return evaluation.superior();
    }

    /**
     * Another one decides by now: told to the rooms and the trail.
     *
     * @param former account of who would have decided
     * @param by     account of HR, null for the application itself
     */
    void tell(Evaluation evaluation, String former, String reason, String by) {
        var decider = evaluation.superior();
        events.publishEvent(new EvaluationHandedOver(evaluation.id(), decider == null ? Set.of() : Set.of(decider)));
        deeds.record(
                by,
                TrailEvent.DECIDER_CHANGED,
                evaluation.id().value(),
                new DeciderChanged(evaluation.employeeName(), name(former), name(decider), reason));
    }

    /** What the trail keeps of it; without a successor the HR team decides, without a reason the application found it. */
    record DeciderChanged(String employeeName, String former, String successor, String reason) {}

    /** Null where there is none; the account of whom nobody knows. */
    String name(String account) {
        return account == null
                ? null
                : employees.findByAccount(account).map(Employee::name).orElse(account);
    }
}
