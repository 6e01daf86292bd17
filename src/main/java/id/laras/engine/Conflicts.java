package id.laras.engine;

import id.laras.rules.Refusal.Problem;
import java.util.Optional;

/**
 * Tells the engine who must not do a step because of how they stand to the people whom it is about. Asked of everybody who
 * takes, opens or completes a task; the room that knows the people answers, so that this one knows no phase.
 */
public interface Conflicts {

    /** Why this account must not do the step, empty when nothing stands against it. */
    Optional<Problem> of(String account, String process, String task, String businessKey);
}
