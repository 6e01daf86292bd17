package id.laras.substitution;

import java.time.LocalDate;

/** Lets time pass over a substitution; the engine is behind it. */
public interface SubstitutionProcesses {

    /** Tasks are shared from the beginning of the first day and given back when the last is over. */
    void start(String id, LocalDate firstDay, LocalDate lastDay);

    /**
     * Gives the tasks back now.
     *
     * @throws id.laras.rules.Refusal when it begins or ends at the same moment; then nothing has changed
     */
    void end(String id);
}
