package id.laras.target;

/** Where a version of a plan stands; each constant says what is still allowed in it. */
public enum PlanStatus {
    /** A revision was asked for and is being written; nothing of it is agreed or shown yet. */
    DRAFT,
    /** Proposed; the other side approves or returns it. */
    SUBMITTED,
    /** Returned with remarks; who proposed it writes it again. */
    RETURNED,
    /** Agreed; never changed again. A later version may follow it. */
    APPROVED
}
