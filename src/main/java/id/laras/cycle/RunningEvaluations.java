package id.laras.cycle;

/** Changes the run of an evaluation from outside; the engine is behind it. */
public interface RunningEvaluations {

    /**
     * Gives everything that is open and everything that will come to the people whom the evaluation names now, in the
     * caller's transaction.
     *
     * @param former account of the assessor before
     * @param share  whether what is open for {@code former} may be done by both; the first counts
     * @throws id.laras.rules.Refusal when somebody completes a step at the same moment; then nothing has changed
     */
    void handOver(Evaluation evaluation, String former, boolean share);

    /** Whether somebody can decide on an objection in it: in service, with an open account and no conflict of interest. */
    boolean mayDecide(EvaluationId evaluation, String account);

    /** As {@link #mayDecide}, for rating the employee. */
    boolean mayRate(EvaluationId evaluation, String account);

    /**
     * Lets timers and tasks, those that wait and those that will come, follow the evaluation's days.
     *
     * @throws id.laras.rules.Refusal as {@link #handOver}, and when the employee has been rated
     */
    void reschedule(Evaluation evaluation);

    /** Whether it was rated and waits for its score: nothing of it is rescheduled any more. */
    boolean isBeingScored(EvaluationId evaluation);

    /**
     * Ends everything that runs for the evaluation, in the caller's transaction.
     *
     * @throws id.laras.rules.Refusal as {@link #handOver}
     */
    void end(EvaluationId evaluation);
}
