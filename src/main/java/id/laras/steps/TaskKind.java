package id.laras.steps;

/** Kinds of task that a person can hand to a substitute; the rows of {@link Step} say which steps each has. */
public enum TaskKind {
    /** The assessor's hand in targets and their revision. */
    TARGETS,
    /** Answering the employee's reports. */
    CHECK_INS,
    /** Rating, and fixing the result. */
    ASSESSMENT,
    OBJECTION,
    /** Plan of development, coaching, nomination for a reward. */
    FOLLOW_UP,
    /** Tasks of the HR team, which gives nobody a right that they lack: what the person holds goes back to the team. */
    TEAM
}
