package id.laras.target;

/**
 * The version that is being worked on.
 *
 * @param plan   what was proposed, null when nothing was yet
 * @param remark the other side's remark on the whole, or null
 */
public record OpenPlan(Plan plan, String remark) {}
