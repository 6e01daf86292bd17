package id.laras.objection;

import id.laras.evidence.Evidence;
import java.util.List;

/**
 * What the employee answers to the result.
 *
 * @param objects  whether he objects; else he accepts; null when he did not say
 * @param reasons  asked for when he objects
 * @param evidence may be empty
 */
public record ReviewAnswer(Boolean objects, String reasons, List<Evidence> evidence) {

    public ReviewAnswer {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}
