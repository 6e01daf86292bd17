package id.laras.followup;

import id.laras.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;

/**
 * The employee's word that one planned training is done.
 *
 * @param learned what was learned, may be empty
 * @param proof   at least one link or file
 */
public record TrainingReport(String id, LocalDate completedOn, String learned, List<Evidence> proof) {

    public TrainingReport {
        proof = proof == null ? List.of() : List.copyOf(proof);
    }
}
