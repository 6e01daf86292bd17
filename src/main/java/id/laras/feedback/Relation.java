package id.laras.feedback;

/** How a respondent stands to the employee. */
public enum Relation {
    /** Rekan: answers to the same superior. */
    PEER,
    /** Bawahan: answers to the employee. */
    SUBORDINATE
}
