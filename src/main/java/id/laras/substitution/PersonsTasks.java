package id.laras.substitution;

import id.laras.steps.TaskKind;
import java.util.List;

/** What is open for a person, and who may do it; the engine is behind it. */
public interface PersonsTasks {

    /** The most urgent first. */
    List<Open> of(String person);

    /** @throws id.laras.rules.Refusal when the task is not this person's, or is completed at the same moment */
    void takeBack(String taskId, String person);

    /**
     * @param kind   null when only the person can do it
     * @param with   account of who may do it too today, null when it remains with the person
     * @param holder account of who has taken it, null when nobody has
     */
    record Open(String taskId, String name, TaskKind kind, String with, String holder) {}
}
