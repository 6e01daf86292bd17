package id.laras.cycle;

import id.laras.cycle.SupervisorChange.Choice;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.people.LinesOfOneDay;
import id.laras.people.ReportingLines;
import id.laras.people.ReportingLines.PastLine;
import id.laras.rules.Pages;
import id.laras.rules.Refusal;
import id.laras.security.AccountDirectory;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.HrReach;
import id.laras.security.StoodIn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People come and go while evaluations run: HR hands an evaluation over to the superior whom the reporting line names
 * today, leaves it where it is, or ends it. Nobody is chosen freely: a wrong superior is mended in the lines. The engine
 * is always changed first, as when a step is completed: rows locked in one order cannot wait for each other.
 */
@Service
@Transactional
public class HandOvers {

    private final Evaluations evaluations;
    private final SupervisorChanges changes;
    private final ReportingLines reportingLines;
    private final Employees employees;
    private final RunningEvaluations processes;
    private final StoodIn stoodIn;
    private final HandOverNotes notes;
    private final HrDecisions decisions;
    private final AccountDirectory accounts;
    private final HrReach reach;
    private final Deeds deeds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandOvers(
            Evaluations evaluations,
            SupervisorChanges changes,
            ReportingLines reportingLines,
            Employees employees,
            RunningEvaluations processes,
            StoodIn stoodIn,
            HandOverNotes notes,
            HrDecisions decisions,
            AccountDirectory accounts,
            HrReach reach,
            Deeds deeds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.evaluations = evaluations;
        this.changes = changes;
        this.reportingLines = reportingLines;
        this.employees = employees;
        this.processes = processes;
        this.stoodIn = stoodIn;
        this.notes = notes;
        this.decisions = decisions;
        this.accounts = accounts;
        this.reach = reach;
        this.deeds = deeds;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A running evaluation whose assessor is not the employee's superior of today.
     *
     * @param assessor   name of who judges now
     * @param superior   name and NIP of whom the line names, null when it names nobody
     * @param away       whether the employee himself does not do his office today
     * @param differs    whether the assessor is not the superior of today; false when only {@code away} brought it here
     */
    public record Deviation(
            String evaluationId,
            String employeeName,
            String employeeNip,
            String unitName,
            String cycleName,
            Stage stage,
            String assessor,
            String superior,
            boolean away,
            boolean differs) {}

    /**
     * What HR has to look at, as far as the actor's role reaches, by name: evaluations whose assessor is not the superior of
     * today, unless HR has chosen to leave it so, and those of employees who are away or have left. The database leaves out
     * where nothing can differ; evaluations are read for the page only.
     */
    @Transactional(readOnly = true)
    public Page<Deviation> deviations(Actor actor, Pageable page) {
        var mine = reach.of(actor);
        var lines = reportingLines.today();
        var doubtful = evaluations.doubtfulLines(
                LocalDate.now(clock),
                mine.everywhere(),
                mine.units(),
                lines.acting().keySet(),
                lines.vacancies().keySet());
        var known = byNip(doubtful.stream()
                .flatMap(line -> lines.superiors(line.employeeNip()).stream().limit(1))
                .collect(Collectors.toSet()));
        var latest = changes.inRunning().stream()
                .collect(Collectors.toMap(LatestChoice::evaluationId, Function.identity(), (first, last) -> last));
        var found = doubtful.stream()
                .filter(line -> {
                    var superior = superior(lines, line.employeeNip(), known);
                    return lines.absent().test(line.employeeNip())
                            || differs(line.supervisor(), superior)
                                    && !isLeftSo(latest.get(line.evaluationId()), superior);
                })
                .toList();
        var shown = Pages.cut(found, page);
        var evaluation = evaluations
                .findByIdIn(shown.map(DoubtfulLine::evaluationId).getContent())
                .stream()
                .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
        var names = stoodIn.names(shown.map(DoubtfulLine::supervisor).toSet());
        return shown.map(line -> deviation(
                evaluation.get(line.evaluationId()),
                names.get(line.supervisor()),
                superior(lines, line.employeeNip(), known),
                lines.absent().test(line.employeeNip())));
    }

    private static Employee superior(LinesOfOneDay lines, String nip, Map<String, Employee> known) {
        return lines.superiors(nip).stream().findFirst().map(known::get).orElse(null);
    }

    /** Who works in another unit by now; nothing has to be decided about it. */
    @Transactional(readOnly = true)
    public Page<UnitMove> unitMoves(Actor actor, Pageable page) {
        var mine = reach.of(actor);
        return evaluations.unitMoves(mine.everywhere(), mine.units(), page);
    }

    private static boolean differs(String assessor, Employee superior) {
        return superior == null || !superior.account().equals(assessor);
    }

    private static boolean isLeftSo(LatestChoice latest, Employee superior) {
        return latest != null
                && latest.choice() == Choice.STAY
                && Objects.equals(latest.successor(), superior == null ? null : superior.account());
    }

    private static Deviation deviation(Evaluation evaluation, String assessor, Employee superior, boolean away) {
        return new Deviation(
                evaluation.id().value(),
                evaluation.employeeName(),
                evaluation.employeeNip(),
                evaluation.unitName(),
                evaluation.cycle().name(),
                evaluation.stage(),
                assessor,
                superior == null ? null : "%s (%s)".formatted(superior.name(), superior.nip()),
                away,
                differs(evaluation.supervisor(), superior));
    }

    /**
     * HR chooses what a changed superior means for a running evaluation. The one who then judges is always whom the
     * reporting line names today; the objection goes to the next above him who never judged in this evaluation, or to the
     * HR team when there is none. The same is found anew when the assessor stays and whoever would decide cannot.
     *
     * @throws Refusal when the actor is not HR, the employee, would become or remain the assessor or decide on the objection, the new assessor is
     *     rated by the employee, no reason is given, the evaluation is over, or the line names nobody else
     */
    public void choose(EvaluationId id, Choice choice, String reason, Actor actor) {
        var evaluation = decisions.running(id, actor);
        var why = HrDecisions.reason(reason);
        if (choice == null) {
            throw new Refusal("cycle.handOver.choice");
        }
        var superiors = superiors(reportingLines.today(), evaluation);
        var known = byNip(superiors);
        var successor = superiors.isEmpty() ? null : known.get(superiors.get(0));
        if (choice != Choice.STAY && successor == null) {
            throw new Refusal("cycle.handOver.nobody");
        }
        var oneself = decisions.oneself(actor);
        if (choice != Choice.STAY && oneself.contains(successor.account())) {
            throw new Refusal("cycle.handOver.toOneself");
        }
        if (!differs(evaluation.supervisor(), successor)) {
            if (choice == Choice.MOVE && isStale(evaluation)) {
                renewDecider(evaluation, decider(evaluation, successor, superiors, known), why, actor);
                return;
            }
            throw new Refusal("cycle.handOver.same", evaluation.supervisorName());
        }
        if (choice != Choice.STAY && !processes.mayRate(id, successor.account())) {
            throw new Refusal("cycle.handOver.stake", successor.name());
        }
        if (choice != Choice.MOVE && oneself.contains(evaluation.supervisor())) {
            throw new Refusal("cycle.handOver.keepOneself");
        }
        var former = evaluation.supervisor();
        var formerName = evaluation.supervisorName();
        if (choice != Choice.STAY) {
            var decider = decider(evaluation, successor, superiors, known);
            if (decider != null && oneself.contains(decider) && !decider.equals(evaluation.superior())) {
                throw new Refusal("cycle.handOver.toOneself");
            }
            evaluation.handOver(successor.account(), successor.name(), decider);
            processes.handOver(evaluation, former, choice == Choice.SHARE);
            events.publishEvent(new EvaluationHandedOver(
                    id,
                    Stream.of(evaluation.supervisor(), evaluation.superior())
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet())));
        }
        if (choice == Choice.STAY && isStale(evaluation)) {
            renewDecider(evaluation, decider(evaluation, successor, superiors, known), why, actor);
        }
        var change = changes.save(new SupervisorChange(
                id,
                former,
                successor == null ? null : successor.account(),
                choice,
                why,
                actor.account(),
                clock.instant()));
        deeds.record(
                actor.account(),
                "evaluation.handedOver",
                id.value(),
                new HandedOver(
                        evaluation.employeeName(),
                        choice,
                        formerName,
                        successor == null ? null : successor.name(),
                        why));
        if (choice != Choice.STAY) {
            notes.ask(evaluation, change);
        }
    }

    /** Whether the one who would decide on an objection cannot, or has moved away, while the assessor stays. */
    private boolean isStale(Evaluation evaluation) {
        var superior = evaluation.superior();
        return superior != null
                && (!processes.mayDecide(evaluation.id(), superior)
                        || employees
                                .findByAccount(superior)
                                .filter(known -> reportingLines.hasGivenUpOffice(known.nip(), LocalDate.now(clock)))
                                .isPresent());
    }

    private void renewDecider(Evaluation evaluation, String decider, String why, Actor actor) {
        if (decider != null && decisions.oneself(actor).contains(decider)) {
            throw new Refusal("cycle.handOver.toOneself");
        }
        var former = name(evaluation.superior());
        evaluation.handOver(evaluation.supervisor(), evaluation.supervisorName(), decider);
        processes.handOver(evaluation, evaluation.supervisor(), false);
        events.publishEvent(new EvaluationHandedOver(evaluation.id(), decider == null ? Set.of() : Set.of(decider)));
        deeds.record(
                actor.account(),
                "evaluation.deciderChanged",
                evaluation.id().value(),
                new DeciderChanged(evaluation.employeeName(), former, name(decider), why));
    }

    /** What the trail keeps of it; without a successor the HR team decides. */
    record DeciderChanged(String employeeName, String former, String successor, String reason) {}

    /** What the trail keeps of it. */
    record HandedOver(String employeeName, Choice choice, String former, String successor, String reason) {}

    /**
     * Nobody decides on an objection to a rating that they gave or may have given, nor the employee on their own.
     *
     * @param successor whom the line names today, null for nobody
     */
    private String decider(
            Evaluation evaluation, Employee successor, List<String> superiors, Map<String, Employee> known) {
        Set<String> judged = new HashSet<>(List.of(evaluation.employee(), evaluation.supervisor()));
        if (successor != null) {
            judged.add(successor.account());
        }
        changes.findByEvaluationIdOrderByDecidedAt(evaluation.id().value())
                .forEach(change -> judged.add(change.former()));
        judged.addAll(stoodIn.parties(evaluation.id().value(), "UserTask_RateEmployee"));
        return superiors.stream()
                .map(known::get)
                .map(Employee::account)
                .filter(account -> !judged.contains(account) && processes.mayDecide(evaluation.id(), account))
                .findFirst()
                .orElse(null);
    }

    /**
     * Ends a running evaluation early. Without a fixed predicate it is cancelled and has no result; with one, only the
     * follow-up is left out.
     *
     * @throws Refusal as {@link #choose}
     */
    public void end(EvaluationId id, EndReason reason, String note, Actor actor) {
        var evaluation = decisions.running(id, actor);
        var why = HrDecisions.reason(note);
        if (reason == null) {
            throw new Refusal("cycle.end.kind");
        }
        evaluation.end(reason, why, actor.account(), clock.instant());
        processes.end(id);
        if (evaluation.stage() == Stage.CANCELLED) {
            events.publishEvent(new EvaluationCancelled(id, evaluation.cycle().id(), evaluation.unitCode()));
        }
        deeds.record(
                actor.account(),
                "evaluation.ended",
                id.value(),
                new Ended(evaluation.employeeName(), evaluation.stage(), reason, why));
    }

    /** What the trail keeps of it. */
    record Ended(String employeeName, Stage stage, EndReason kind, String reason) {}

    /** How one evaluation stands, also when it needs no choice; empty when there is none within the actor's reach. */
    @Transactional(readOnly = true)
    public Optional<Situation> situation(EvaluationId id, Actor actor) {
        return find(id, actor).map(evaluation -> {
            var lines = reportingLines.today();
            var superior = superiors(lines, evaluation).stream()
                    .findFirst()
                    .flatMap(employees::findById)
                    .orElse(null);
            return new Situation(
                    deviation(
                            evaluation,
                            stoodIn.name(evaluation.supervisor()),
                            superior,
                            lines.absent().test(evaluation.employeeNip())),
                    Schedule.of(evaluation.cycle()),
                    evaluation.schedule(),
                    reportingLines.history(evaluation.employeeNip()),
                    changes.findByEvaluationIdOrderByDecidedAt(id.value()).stream()
                            .map(this::chosen)
                            .toList(),
                    stale(evaluation, lines));
        });
    }

    /**
     * @param whole  the days of the cycle
     * @param days   those of the evaluation
     * @param lines  to whom the employee answered, the oldest first
     * @param chosen what HR chose in this evaluation, the oldest first
     * @param stale  null while whoever decides on an objection can
     */
    public record Situation(
            Deviation now,
            Schedule whole,
            Schedule days,
            List<PastLine> lines,
            List<Chosen> chosen,
            StaleDecider stale) {}

    /**
     * Whoever would decide on an objection cannot any more, and the assessor stays.
     *
     * @param next name of who decides when HR moves it, null for the HR team
     */
    public record StaleDecider(String name, String next) {}

    private StaleDecider stale(Evaluation evaluation, LinesOfOneDay lines) {
        if (evaluation.stage().isOver() || !isStale(evaluation)) {
            return null;
        }
        var superiors = superiors(lines, evaluation);
        var known = byNip(superiors);
        var successor = superiors.isEmpty() ? null : known.get(superiors.get(0));
        return differs(evaluation.supervisor(), successor)
                ? null
                : new StaleDecider(name(evaluation.superior()), name(decider(evaluation, successor, superiors, known)));
    }

    private Chosen chosen(SupervisorChange change) {
        return new Chosen(
                name(change.former()),
                name(change.successor()),
                change.choice(),
                change.reason(),
                name(change.decidedBy()),
                change.decidedAt());
    }

    /** One choice by their names; {@code successor} is null when the line named nobody. */
    public record Chosen(String former, String successor, Choice choice, String reason, String by, Instant at) {}

    private String name(String account) {
        return account == null
                ? null
                : employees.findByAccount(account).map(Employee::name).orElse(account);
    }

    private Optional<Evaluation> find(EvaluationId id, Actor actor) {
        return evaluations
                .findWithCycleById(id.value())
                .filter(evaluation -> reach.of(actor).covers(evaluation.unitCode()));
    }

    /** Those above the employee today who can log in: whose account is closed can do nothing of it. */
    private List<String> superiors(LinesOfOneDay lines, Evaluation evaluation) {
        var above = lines.superiors(evaluation.employeeNip());
        var known = byNip(above);
        return above.stream()
                .filter(nip -> known.containsKey(nip)
                        && !accounts.isClosed(known.get(nip).account()))
                .toList();
    }

    private Map<String, Employee> byNip(Collection<String> nips) {
        return employees.findAllById(nips).stream().collect(Collectors.toMap(Employee::nip, Function.identity()));
    }
}
