package id.laras.steps;

/** What the engine must know of a human step. Those of Laras are the rows of {@link Step}. */
public interface StepFacts {

    /** Key of the process definition, e.g. {@code TargetSetting}. */
    String process();

    /** Id of the user task in the model, e.g. {@code UserTask_DraftTargets}. */
    String task();

    /** Whether who answered, and what, is hidden from everybody but the auditor (opinions about a colleague). */
    boolean confidential();

    /** Whether anything waits for the answer; what nothing waits for closes by itself when its time is over. */
    boolean awaited();
}
