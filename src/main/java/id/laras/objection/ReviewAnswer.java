package id.laras.objection;

import id.laras.evidence.Evidence;
import java.util.List;

/**
 * What the employee answers to the result.
 *
 * @param objects  whether the employee objects; else they accept; null when they did not say
 * @param reasons  asked for when they object
 * @param evidence may be empty
 */
public record ReviewAnswer(Boolean objects, String reasons, List<Evidence> evidence) {

    public ReviewAnswer {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}
