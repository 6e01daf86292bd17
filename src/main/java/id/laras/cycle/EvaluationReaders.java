package id.laras.cycle;

import id.laras.security.Actor;
import id.laras.security.HrReach;
import id.laras.security.Role;
import id.laras.steps.TrailEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may read an evaluation, as what, and under which address; whoever reads somebody else's is written down. */
@Service
@Transactional
public class EvaluationReaders {

    private final Evaluations evaluations;
    private final FormerAssessors former;
    private final ReadersByTask readersByTask;
    private final HrReach reach;
    private final EvaluationRecorder recorder;

    EvaluationReaders(
            Evaluations evaluations,
            FormerAssessors former,
            ReadersByTask readersByTask,
            HrReach reach,
            EvaluationRecorder recorder) {
        this.evaluations = evaluations;
        this.former = former;
        this.readersByTask = readersByTask;
        this.reach = reach;
        this.recorder = recorder;
    }

    /**
     * Whether the actor may read the evaluation: the employee, the assessor and former ones, the assessor's superior,
     * HR (of one unit: of its people), the performance team and auditors, and who does an open task of it in somebody's stead
     * or because HR gave it to them; nobody else.
     */
    public boolean mayRead(Actor actor, Evaluation evaluation) {
        return isConcerned(actor, evaluation)
                || former.handedOver(evaluation.id(), actor.account()).isPresent();
    }

    private boolean isConcerned(Actor actor, Evaluation evaluation) {
        var account = actor.account();
        return account.equals(evaluation.employee())
                || account.equals(evaluation.assessor())
                || account.equals(evaluation.superior())
                || actor.is(Role.PERFORMANCE_TEAM)
                || actor.is(Role.AUDITOR)
                || isHrOf(actor, evaluation)
                || readersByTask.mayRead(account, evaluation.id());
    }

    /**
     * When the reader handed the evaluation over, if they have nothing else to do with it now. They go on seeing targets,
     * check-ins, ratings and notes, their own and their successor's, and nothing else of what came later. Empty for every other reader.
     */
    public Optional<Instant> handedOver(Actor reader, Evaluation evaluation) {
        return isConcerned(reader, evaluation)
                ? Optional.empty()
                : former.handedOver(evaluation.id(), reader.account());
    }

    /** The room of the pages under which the reader finds it: only those concerned find it among their own evaluations. */
    public String shownIn(Actor actor, Evaluation evaluation) {
        var concerned = Stream.of(evaluation.employee(), evaluation.assessor(), evaluation.superior());
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
                .ifPresent(evaluation -> recorder.record(id, what, actor.account(), details));
        return found;
    }
}
