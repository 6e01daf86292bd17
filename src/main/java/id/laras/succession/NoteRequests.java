package id.laras.succession;

import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import java.time.LocalDate;

/** Asks former assessors for notes, beside the run of the evaluation; the engine is behind it. */
public interface NoteRequests {

    /**
     * Asks a former assessor for their hand-over note; nothing of the evaluation waits for it.
     *
     * @param change id of the choice of HR that it belongs to
     * @param until  last day, in the agency's zone
     */
    void ask(Evaluation evaluation, String former, String change, LocalDate until);

    /** Takes back what was asked of somebody who is the assessor again; whether there was anything. */
    boolean withdraw(EvaluationId evaluation, String former);
}
