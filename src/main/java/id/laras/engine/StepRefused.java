package id.laras.engine;

import id.laras.rules.Refusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;

/**
 * A refused completion in the words of the person who tried it, with a status of its own in the engine's REST API, so that
 * Tasklist shows exactly these sentences and not the engine's wrapping of them; the task stays open.
 */
public class StepRefused extends WebApplicationException {

    private final transient Refusal refusal;

    /** @param status 400 for a broken rule, 503 for what may be sent again as it is */
    StepRefused(List<String> sentences, Refusal refusal, Status status) {
        super(String.join(" ", sentences), refusal, status);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
