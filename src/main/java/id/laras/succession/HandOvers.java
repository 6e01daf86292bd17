package id.laras.succession;

import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.RunningEvaluations;
import id.laras.people.ReportingLines;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.steps.TrailEvent;
import id.laras.succession.AssessorChange.Choice;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People come and go while evaluations run: HR hands an evaluation over to the superior whom the reporting line names
 * today, or leaves it where it is. Nobody is chosen freely: a wrong superior is mended in the lines. The engine
 * is always changed first, as when a step is completed: rows locked in one order cannot wait for each other.
 */
@Service
@Transactional
public class HandOvers {

    private final AssessorChanges changes;
    private final ReportingLines reportingLines;
    private final Deciders deciders;
    private final RunningEvaluations processes;
    private final HandOverNotes notes;
    private final HrDecisions decisions;
    private final Deeds deeds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandOvers(
            AssessorChanges changes,
            ReportingLines reportingLines,
            Deciders deciders,
            RunningEvaluations processes,
            HandOverNotes notes,
            HrDecisions decisions,
            Deeds deeds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.changes = changes;
        this.reportingLines = reportingLines;
        this.deciders = deciders;
        this.processes = processes;
        this.notes = notes;
        this.decisions = decisions;
        this.deeds = deeds;
        this.events = events;
        this.clock = clock;
    }

    /**
     * HR chooses what a changed superior means for a running evaluation. The assessor from then on is always whom the
     * reporting line names today. The objection goes to the next above that person who never had a hand in this evaluation, or
     * to the HR team when there is none. The same is found anew when the assessor stays and whoever would decide cannot.
     *
     * @throws Refusal when the actor is not HR, the employee, would become or remain the assessor or decide on the objection, would keep an
     *     assessor in an evaluation in which they have a conflict of interest, the new assessor is rated by the employee, no reason is given, the evaluation is over, or the line names nobody else
     */
    public void choose(EvaluationId id, Choice choice, String reason, Actor actor) {
        var evaluation = decisions.running(id, actor);
        var why = HrDecisions.reason(reason);
        if (choice == null) {
            throw new Refusal("cycle.handOver.choice");
        }
        var above = deciders.above(reportingLines.today(), evaluation);
        var successor = above.isEmpty() ? null : above.get(0);
        if (choice != Choice.STAY && successor == null) {
            throw new Refusal("cycle.handOver.nobody");
        }
        var oneself = decisions.oneself(actor);
        if (choice != Choice.STAY && oneself.contains(successor.account())) {
            throw new Refusal("cycle.handOver.toOneself");
        }
        if (successor != null && successor.account().equals(evaluation.assessor())) {
            if (choice == Choice.MOVE && deciders.cannot(evaluation)) {
                renewDecider(evaluation, deciders.next(evaluation, above), why, actor);
                return;
            }
            throw new Refusal("cycle.handOver.same", evaluation.assessorName());
        }
        if (choice != Choice.STAY && !processes.mayRate(id, successor.account())) {
            throw new Refusal("cycle.handOver.stake", successor.name());
        }
        if (choice != Choice.MOVE && decisions.isAssessor(actor, evaluation)) {
            throw new Refusal("cycle.handOver.keepOneself");
        }
        // To move follows the lines; to keep an assessor against them is a choice, and not of whoever has a stake in
        // it.
        if (choice != Choice.MOVE && !processes.mayDecide(id, actor.account())) {
            throw new Refusal("cycle.handOver.keepStake");
        }
        var former = evaluation.assessor();
        var formerName = evaluation.assessorName();
        if (choice != Choice.STAY) {
            var decider = deciders.next(evaluation, above);
            if (decider != null && oneself.contains(decider) && !decider.equals(evaluation.superior())) {
                throw new Refusal("cycle.handOver.toOneself");
            }
            evaluation.handOver(successor.account(), successor.name(), decider);
            processes.handOver(evaluation, former, choice == Choice.SHARE);
            events.publishEvent(new EvaluationHandedOver(
                    id,
                    Stream.of(evaluation.assessor(), evaluation.superior())
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet())));
        }
        if (choice == Choice.STAY && deciders.isGone(evaluation)) {
            renewDecider(evaluation, deciders.next(evaluation, above), why, actor);
        }
        var change = changes.save(new AssessorChange(
                id,
                former,
                successor == null ? null : successor.account(),
                choice,
                why,
                actor.account(),
                clock.instant()));
        deeds.record(
                actor.account(),
                TrailEvent.HANDED_OVER,
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

    private void renewDecider(Evaluation evaluation, String decider, String why, Actor actor) {
        if (decider != null && decisions.oneself(actor).contains(decider)) {
            throw new Refusal("cycle.handOver.toOneself");
        }
        var former = evaluation.superior();
        evaluation.handOver(evaluation.assessor(), evaluation.assessorName(), decider);
        processes.handOver(evaluation, evaluation.assessor(), false);
        deciders.tell(evaluation, former, why, actor.account());
    }

    /** What the trail keeps of it. */
    record HandedOver(String employeeName, Choice choice, String former, String successor, String reason) {}
}
