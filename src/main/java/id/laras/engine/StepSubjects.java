package id.laras.engine;

import java.util.Optional;

/** Tells the forms whom a task is about; the cycle room answers, so that the engine room knows no phase. */
public interface StepSubjects {

    /**
     * What stands on top of every form (employee, position, unit, cycle), or null when the key names no evaluation.
     *
     * @param reader account of who reads the form
     */
    Object subject(String businessKey, String reader);

    /** Who has a part in the evaluation, so that an answer can say who is awaited next; empty when it names none. */
    default Optional<Sides> sides(String businessKey) {
        return Optional.empty();
    }

    /**
     * @param employee name
     * @param assessor name
     * @param assessorLeft whether the assessor does nothing of it any more, and HR has yet to say who does
     * @param superior account, null when there is nobody above the assessor
     */
    record Sides(String employee, String assessor, boolean assessorLeft, String superior) {}
}
