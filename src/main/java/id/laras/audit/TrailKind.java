package id.laras.audit;

/** What an entry of the trail tells of. */
public enum TrailKind {
    /** A person completed a form; the entry holds the answer. */
    STEP,
    /** Somebody commented on a task that they hold; the entry holds the comment. */
    COMMENT,
    /** Something else happened, by a person or by the process itself. */
    EVENT
}
