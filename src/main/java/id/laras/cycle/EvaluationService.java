package id.laras.cycle;

import id.laras.cycle.SupervisorChange.Choice;
import id.laras.rules.Reasons;
import id.laras.security.Actor;
import id.laras.security.HrReach;
import id.laras.security.Role;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds evaluations for those who may see them, and moves them from stage to stage. */
@Service
@Transactional
public class EvaluationService {

    private final Evaluations evaluations;
    private final UnitPredicates unitPredicates;
    private final SupervisorChanges changes;
    private final ReadersByTask readersByTask;
    private final HrReach reach;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EvaluationService(
            Evaluations evaluations,
            UnitPredicates unitPredicates,
            SupervisorChanges changes,
            ReadersByTask readersByTask,
            HrReach reach,
            ApplicationEventPublisher events,
            Clock clock) {
        this.evaluations = evaluations;
        this.unitPredicates = unitPredicates;
        this.changes = changes;
        this.readersByTask = readersByTask;
        this.reach = reach;
        this.events = events;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when there is no such evaluation */
    public Evaluation get(EvaluationId id) {
        return evaluations.findById(id.value()).orElseThrow(() -> new IllegalArgumentException("No evaluation " + id));
    }

    /**
     * Whether the actor may read the evaluation: the employee, the assessor and former ones, the assessor's superior,
     * HR (of one unit: of its people), the performance team and auditors, and who does an open task of it in somebody's stead
     * or because HR gave it to them; nobody else.
     */
    public boolean mayRead(Actor actor, Evaluation evaluation) {
        return isConcerned(actor, evaluation)
                || changes.existsByEvaluationIdAndFormerAndChoiceNot(
                        evaluation.id().value(), actor.account(), Choice.STAY);
    }

    private boolean isConcerned(Actor actor, Evaluation evaluation) {
        var account = actor.account();
        return account.equals(evaluation.employee())
                || account.equals(evaluation.supervisor())
                || account.equals(evaluation.superior())
                || actor.is(Role.PERFORMANCE_TEAM)
                || actor.is(Role.AUDITOR)
                || isHrOf(actor, evaluation)
                || readersByTask.mayRead(account, evaluation.id());
    }

    /** Accounts of the assessor and of all former ones. */
    public Set<String> assessors(Evaluation evaluation) {
        var assessors = new HashSet<>(Set.of(evaluation.supervisor()));
        changes.findByEvaluationIdOrderByDecidedAt(evaluation.id().value()).stream()
                .map(SupervisorChange::former)
                .forEach(assessors::add);
        return assessors;
    }

    /** Whether somebody is the assessor of anybody in the unit, or was before another. */
    @Transactional(readOnly = true)
    public boolean judgesIn(String cycleId, String unitCode, String account) {
        return evaluations.countJudgedBy(cycleId, unitCode, account) > 0;
    }

    /**
     * When the reader handed the evaluation over, if they have nothing else to do with it now. They go on seeing targets,
     * check-ins, ratings and notes, their own and their successor's, and nothing else of what came later. Empty for every other reader.
     */
    public Optional<Instant> handedOver(Actor reader, Evaluation evaluation) {
        return isConcerned(reader, evaluation)
                ? Optional.empty()
                : changes.findByEvaluationIdOrderByDecidedAt(evaluation.id().value()).stream()
                        .filter(change -> change.former().equals(reader.account()) && change.choice() != Choice.STAY)
                        .map(SupervisorChange::decidedAt)
                        .reduce((earlier, later) -> later);
    }

    /** The room of the pages under which the reader finds it: only those concerned find it among their own evaluations. */
    public String shownIn(Actor actor, Evaluation evaluation) {
        var concerned = Stream.of(evaluation.employee(), evaluation.supervisor(), evaluation.superior());
        if (concerned.anyMatch(actor.account()::equals)) {
            return "/evaluations";
        }
        var manages = Stream.of(Role.HR, Role.UNIT_HR, Role.PERFORMANCE_TEAM).anyMatch(actor::is);
        if (manages) {
            return "/hr/evaluations";
        }
        return actor.is(Role.AUDITOR) ? "/audit/evaluations" : "/evaluations";
    }

    /** Whether the actor acts for HR in this evaluation; nobody does in their own. */
    public boolean mayManage(Actor actor, Evaluation evaluation) {
        return !actor.account().equals(evaluation.employee()) && isHrOf(actor, evaluation);
    }

    private boolean isHrOf(Actor actor, Evaluation evaluation) {
        return reach.of(actor).covers(evaluation.unitCode());
    }

    /**
     * The evaluation for somebody who reads it; whoever reads somebody else's is written into its trail (UU 27/2022 art. 31).
     *
     * @param what    what of it is read
     * @param details JSON or null
     * @return empty when there is none or the actor may not read it: an outsider cannot tell which
     */
    public Optional<Evaluation> read(Actor actor, EvaluationId id, TrailEvent what, String details) {
        var found = evaluations.findWithCycleById(id.value()).filter(evaluation -> mayRead(actor, evaluation));
        found.filter(evaluation -> !actor.account().equals(evaluation.employee()))
                .ifPresent(evaluation -> record(id, what, actor.account(), details));
        return found;
    }

    /** What the employee was found to be in the parts of this annual evaluation's year; none for a periodic one. */
    public List<PeriodicPredicate> periodic(Evaluation evaluation) {
        var cycle = evaluation.cycle();
        return cycle.kind() == CycleKind.ANNUAL
                ? evaluations.periodic(evaluation.employeeNip(), cycle.firstDay(), cycle.lastDay())
                : List.of();
    }

    /**
     * The predicate of the unit that the employee leads: their work results are to be rated the same (SE MenPANRB 3/2023).
     * Empty for everybody else, and until HR has entered it.
     */
    public Optional<OrganisationPredicate> ledUnit(Evaluation evaluation) {
        var unit = evaluations.findByCycleIdAndUnitCodeOrderByEmployeeName(
                evaluation.cycle().id(), evaluation.unitCode());
        return evaluation.leads(unit)
                ? unitPredicates.find(evaluation.cycle().id(), evaluation.unitCode())
                : Optional.empty();
    }

    public void enter(EvaluationId id, Stage stage) {
        get(id).enter(stage);
        record(id, stage.begun(), null, null);
    }

    /**
     * A person fixes the predicate; from here on it is final.
     *
     * @param note for the employee, may be null
     */
    public void fix(EvaluationId id, Predicate predicate, String note, String by) {
        get(id).fix(predicate, Reasons.clean(note), by, clock.instant());
        record(id, TrailEvent.RESULT_FIXED, by, "{\"predicate\":\"" + predicate + "\"}");
    }

    /** Tells the trail that something happened that is no completed form: see {@link EvaluationRecorded}. */
    public void record(EvaluationId id, TrailEvent what, String actor, String details) {
        events.publishEvent(new EvaluationRecorded(id, what, actor, clock.instant(), details));
    }
}
