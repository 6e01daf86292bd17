package id.laras.target;

import id.laras.cycle.EvaluationId;
import id.laras.security.Actor;

/** Asks for a revision of approved targets; the running process then gives the person the form. */
public interface RevisionRequests {

    /**
     * Opens a revision. Either side may ask: who asks writes the new version, the other side approves it.
     *
     * @throws id.laras.rules.Refusal when the execution is not running, a revision is open already, or the actor is
     *     neither the employee nor the assessor
     */
    void request(EvaluationId evaluation, Actor actor);
}
