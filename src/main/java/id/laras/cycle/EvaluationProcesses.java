package id.laras.cycle;

/** The run of an evaluation through its stages; the engine is behind it. */
public interface EvaluationProcesses {

    /** Starts the run of an evaluation that was just opened, in the caller's transaction. */
    void start(Evaluation evaluation);
}
