package id.laras.succession;

import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Schedule;
import id.laras.cycle.Stage;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.people.LineHistory;
import id.laras.people.LineHistory.PastLine;
import id.laras.people.LinesOfOneDay;
import id.laras.people.ReportingLines;
import id.laras.rules.AgencyDays;
import id.laras.rules.Pages;
import id.laras.security.Actor;
import id.laras.security.HrReach;
import id.laras.security.NamesBeside;
import id.laras.security.StoodIn;
import id.laras.succession.AssessorChange.Choice;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What HR has to look at because people came and went while evaluations run, and how one of them stands; {@link HandOvers} does what
 * HR chooses.
 */
@Service
@Transactional(readOnly = true)
public class Deviations {

    private final Evaluations evaluations;
    private final DeviatingEvaluations deviating;
    private final AssessorChanges changes;
    private final ReportingLines reportingLines;
    private final LineHistory history;
    private final Employees employees;
    private final Deciders deciders;
    private final HrReach reach;
    private final StoodIn stoodIn;
    private final Clock clock;

    Deviations(
            Evaluations evaluations,
            DeviatingEvaluations deviating,
            AssessorChanges changes,
            ReportingLines reportingLines,
            LineHistory history,
            Employees employees,
            Deciders deciders,
            HrReach reach,
            StoodIn stoodIn,
            Clock clock) {
        this.evaluations = evaluations;
        this.deviating = deviating;
        this.changes = changes;
        this.reportingLines = reportingLines;
        this.history = history;
        this.employees = employees;
        this.deciders = deciders;
        this.reach = reach;
        this.stoodIn = stoodIn;
        this.clock = clock;
    }

    /**
     * A running evaluation whose assessor is not the employee's superior of today.
     *
     * @param assessor   name of today's assessor
     * @param superior   name and NIP of whom the line names, null when it names nobody
     * @param away       whether it is the employee who does not do their office today
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
    public Page<Deviation> deviations(Actor actor, Pageable page) {
        var mine = reach.of(actor);
        var lines = reportingLines.today();
        var doubtful = deviating.doubtfulLines(
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
                            || differs(line.assessor(), superior)
                                    && !isLeftSo(latest.get(line.evaluationId()), superior);
                })
                .toList();
        var shown = Pages.cut(found, page);
        var evaluation = evaluations
                .findByIdIn(shown.map(DoubtfulLine::evaluationId).getContent())
                .stream()
                .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
        var names = stoodIn.names(shown.map(DoubtfulLine::assessor).toSet());
        return shown.map(line -> deviation(
                evaluation.get(line.evaluationId()),
                names.get(line.assessor()),
                superior(lines, line.employeeNip(), known),
                lines.absent().test(line.employeeNip())));
    }

    private static Employee superior(LinesOfOneDay lines, String nip, Map<String, Employee> known) {
        return lines.superiors(nip).stream().findFirst().map(known::get).orElse(null);
    }

    /** Who works in another unit by now; nothing has to be decided about it. */
    public Page<UnitMove> unitMoves(Actor actor, Pageable page) {
        var mine = reach.of(actor);
        return deviating.unitMoves(mine.everywhere(), mine.units(), page);
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
                superior == null ? null : NamesBeside.shown(superior.name(), superior.nip()),
                away,
                differs(evaluation.assessor(), superior));
    }

    /**
     * Of these evaluations, by id, as far as they exist.
     *
     * @return whose they are, and with which assessor HR last left them
     */
    public Map<String, Standing> standings(Collection<String> evaluationIds) {
        Map<String, AssessorChange> latest = new HashMap<>();
        changes.findByEvaluationIdInOrderByDecidedAt(evaluationIds)
                .forEach(change -> latest.put(change.evaluationId(), change));
        return evaluations.findAllById(evaluationIds).stream()
                .collect(Collectors.toMap(
                        evaluation -> evaluation.id().value(),
                        evaluation ->
                                standing(evaluation, latest.get(evaluation.id().value()))));
    }

    private Standing standing(Evaluation evaluation, AssessorChange latest) {
        return latest == null || latest.choice() != Choice.STAY
                ? new Standing(evaluation.employee(), null, null)
                : new Standing(evaluation.employee(), latest.former(), AgencyDays.of(latest.decidedAt(), clock));
    }

    /**
     * @param employee account
     * @param left     account of the assessor with whom HR left it by their last choice, else null
     * @param leftOn   when HR did
     */
    public record Standing(String employee, String left, LocalDate leftOn) {}

    /** How one evaluation stands, also when it needs no choice; empty when there is none within the actor's reach. */
    public Optional<Situation> situation(EvaluationId id, Actor actor) {
        return find(id, actor).map(evaluation -> {
            var lines = reportingLines.today();
            var superior =
                    deciders.above(lines, evaluation).stream().findFirst().orElse(null);
            return new Situation(
                    deviation(
                            evaluation,
                            stoodIn.name(evaluation.assessor()),
                            superior,
                            lines.absent().test(evaluation.employeeNip())),
                    Schedule.of(evaluation.cycle()),
                    evaluation.schedule(),
                    history.of(evaluation.employeeNip()),
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
        if (evaluation.stage().isOver() || !deciders.cannot(evaluation)) {
            return null;
        }
        var above = deciders.above(lines, evaluation);
        return differs(evaluation.assessor(), above.isEmpty() ? null : above.get(0))
                ? null
                : new StaleDecider(
                        deciders.name(evaluation.superior()), deciders.name(deciders.next(evaluation, above)));
    }

    private Chosen chosen(AssessorChange change) {
        return new Chosen(
                deciders.name(change.former()),
                deciders.name(change.successor()),
                change.choice(),
                change.reason(),
                deciders.name(change.decidedBy()),
                change.decidedAt());
    }

    /** One choice by their names; {@code successor} is null when the line named nobody. */
    public record Chosen(String former, String successor, Choice choice, String reason, String by, Instant at) {}

    private Optional<Evaluation> find(EvaluationId id, Actor actor) {
        return evaluations
                .findWithCycleById(id.value())
                .filter(evaluation -> reach.of(actor).covers(evaluation.unitCode()));
    }

    private Map<String, Employee> byNip(Collection<String> nips) {
        return employees.findAllById(nips).stream().collect(Collectors.toMap(Employee::nip, Function.identity()));
    }
}
