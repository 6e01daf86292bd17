package id.laras.succession;

import id.laras.cycle.EndReason;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.RunningEvaluations;
import id.laras.cycle.Stage;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** HR ends evaluations that run, because their people are gone or they should never have been opened. */
@Service
@Transactional
public class EarlyEnds {

    private final RunningEvaluations processes;
    private final HrDecisions decisions;
    private final Deeds deeds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EarlyEnds(
            RunningEvaluations processes,
            HrDecisions decisions,
            Deeds deeds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.processes = processes;
        this.decisions = decisions;
        this.deeds = deeds;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Ends a running evaluation early. Without a fixed predicate it is cancelled and has no result; with one, only the
     * follow-up is left out.
     *
     * @throws Refusal as {@link HandOvers#choose}; when the actor is the assessor, who would end what they are to rate; and when there is a result and the
     *     actor could not decide on an objection to it: whoever assessed would end it together with the objection to themselves
     */
    public void end(EvaluationId id, EndReason reason, String note, Actor actor) {
        var evaluation = decisions.running(id, actor);
        var why = HrDecisions.reason(note);
        if (reason == null) {
            throw new Refusal("cycle.end.kind");
        }
        if (!Stage.beforeResult().contains(evaluation.stage()) && !processes.mayDecide(id, actor.account())) {
            throw new Refusal("cycle.end.stake");
        }
        if (decisions.isAssessor(actor, evaluation)) {
            throw new Refusal("cycle.evaluation.assessor");
        }
        evaluation.end(reason, why, actor.account(), clock.instant());
        processes.end(id);
        if (evaluation.stage() == Stage.CANCELLED) {
            events.publishEvent(new EvaluationCancelled(id, evaluation.cycle().id(), evaluation.unitCode()));
        }
        deeds.record(
                actor.account(),
                TrailEvent.ENDED,
                id.value(),
                new Ended(evaluation.employeeName(), evaluation.stage(), reason, why));
    }

    /** What the trail keeps of it. */
    record Ended(String employeeName, Stage stage, EndReason kind, String reason) {}
}
