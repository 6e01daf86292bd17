package id.laras.succession;

import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Evaluations;
import id.laras.people.SubstituteFor;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.HrReach;
import id.laras.security.Role;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is asked of every decision of HR about one evaluation. */
@Component
class HrDecisions {

    private final Evaluations evaluations;
    private final HrReach reach;
    private final SubstituteFor substituteFor;

    HrDecisions(Evaluations evaluations, HrReach reach, SubstituteFor substituteFor) {
        this.evaluations = evaluations;
        this.reach = reach;
        this.substituteFor = substituteFor;
    }

    /** Accounts that count as the actor where nobody makes themselves an assessor: whom they stand in for too (docs/adr/0073). */
    Set<String> oneself(Actor actor) {
        var accounts = new HashSet<>(substituteFor.accounts(actor.account()));
        accounts.add(actor.account());
        return accounts;
    }

    /** Whether the actor, or whom they stand in for, is the assessor of the evaluation. */
    boolean isAssessor(Actor actor, Evaluation evaluation) {
        return oneself(actor).contains(evaluation.assessor());
    }

    /** @throws Refusal when there is none within the actor's reach, the actor is not HR or is the employee, or the evaluation is over */
    Evaluation running(EvaluationId id, Actor actor) {
        var evaluation = about(id, actor);
        if (evaluation.stage().isOver()) {
            throw new Refusal("cycle.evaluation.over");
        }
        return evaluation;
    }

    /** @throws Refusal when there is none within the actor's reach, or the actor is not HR or is the employee */
    Evaluation about(EvaluationId id, Actor actor) {
        if (!actor.is(Role.HR) && !actor.is(Role.UNIT_HR)) {
            throw new Refusal("cycle.handOver.notHr");
        }
        var evaluation = evaluations
                .findWithCycleById(id.value())
                .filter(one -> reach.of(actor).covers(one.unitCode()))
                .orElseThrow(() -> new Refusal("cycle.evaluation.unknown"));
        if (actor.account().equals(evaluation.employee())) {
            throw new Refusal("cycle.handOver.own");
        }
        return evaluation;
    }

    /** @throws Refusal when the unit is none of the actor's */
    void mustReach(String unitCode, Actor actor) {
        if (!reach.of(actor).covers(unitCode)) {
            throw new Refusal("cycle.evaluation.unknown");
        }
    }

    /** @throws Refusal when there is none, or it says nothing or too much */
    static String reason(String reason) {
        return Reasons.required(reason, "cycle.handOver.reason");
    }
}
