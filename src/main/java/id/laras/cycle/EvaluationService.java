package id.laras.cycle;

import id.laras.cycle.SupervisorChange.Choice;
import id.laras.security.Actor;
import id.laras.security.HrReach;
import id.laras.security.Role;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
    private final HrReach reach;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EvaluationService(
            Evaluations evaluations,
            UnitPredicates unitPredicates,
            SupervisorChanges changes,
            HrReach reach,
            ApplicationEventPublisher events,
            Clock clock) {
        this.evaluations = evaluations;
        this.unitPredicates = unitPredicates;
        this.changes = changes;
        this.reach = reach;
        this.events = events;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when there is no such evaluation */
    public Evaluation get(EvaluationId id) {
        return evaluations.findById(id.value()).orElseThrow(() -> new IllegalArgumentException("No evaluation " + id));
    }

    /**
     * Whether the actor may read the evaluation: the employee, the assessor and those before him, the assessor's superior,
     * HR (of one unit: of its people), the performance team and auditors; nobody else.
     */
    public boolean mayRead(Actor actor, Evaluation evaluation) {
        var account = actor.account();
        return account.equals(evaluation.employee())
                || account.equals(evaluation.supervisor())
                || account.equals(evaluation.superior())
                || actor.is(Role.PERFORMANCE_TEAM)
                || actor.is(Role.AUDITOR)
                || changes.existsByEvaluationIdAndFormerAndChoiceNot(
                        evaluation.id().value(), account, Choice.STAY)
                || isHrOf(actor, evaluation);
    }

    /** Whether the actor acts for HR in this evaluation; nobody does in his own. */
    public boolean mayManage(Actor actor, Evaluation evaluation) {
        return !actor.account().equals(evaluation.employee()) && isHrOf(actor, evaluation);
    }

    private boolean isHrOf(Actor actor, Evaluation evaluation) {
        return reach.of(actor).covers(evaluation.unitCode());
    }

    /**
     * The evaluation for somebody who reads it; whoever reads somebody else's is written into its trail (UU 27/2022 art. 31).
     *
     * @param what    key of the event, e.g. {@code evaluation.read}
     * @param details JSON or null
     * @return empty when there is none or the actor may not read it: an outsider cannot tell which
     */
    public Optional<Evaluation> read(Actor actor, EvaluationId id, String what, String details) {
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
     * The predicate of the unit that the employee leads: his work results are to be rated the same (SE MenPANRB 3/2023).
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
        record(id, "stage." + stage, null, null);
    }

    /**
     * A person fixes the predicate; from here on it is final.
     *
     * @param note for the employee, may be null
     */
    public void fix(EvaluationId id, Predicate predicate, String note, String by) {
        get(id).fix(predicate, note == null || note.isBlank() ? null : note.strip(), by, clock.instant());
        record(id, "result.fixed", by, "{\"predicate\":\"" + predicate + "\"}");
    }

    /** Tells the trail that something happened that is no completed form: see {@link EvaluationRecorded}. */
    public void record(EvaluationId id, String what, String actor, String details) {
        events.publishEvent(new EvaluationRecorded(id, what, actor, clock.instant(), details));
    }
}
