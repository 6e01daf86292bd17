package id.laras.target;

/** Accounts of who writes a revision and who approves it. */
public record RevisionSides(String reviser, String approver) {}
