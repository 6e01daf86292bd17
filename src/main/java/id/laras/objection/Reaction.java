package id.laras.objection;

/** How an employee reacted to a result. */
enum Reaction {
    ACCEPTED,
    /** The period passed without an answer, which counts as acceptance. */
    SILENT,
    OBJECTED
}
