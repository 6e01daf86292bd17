package id.laras.engine;

import id.laras.rules.Refusal;
import jakarta.ws.rs.BadRequestException;
import java.util.List;

/**
 * A refused completion in the words of the person who tried it. A "bad request" of the engine's REST API, so that
 * Tasklist shows exactly these sentences and not the engine's wrapping of them; the task stays open.
 */
public class StepRefused extends BadRequestException {

    private final transient Refusal refusal;

    StepRefused(List<String> sentences, Refusal refusal) {
        super(String.join(" ", sentences), refusal);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
