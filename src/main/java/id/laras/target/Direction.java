package id.laras.target;

/** Which way an indicator is good. */
public enum Direction {
    /** More is better, e.g. services delivered. */
    HIGHER,
    /** Less is better, e.g. waiting time or cost. */
    LOWER
}
