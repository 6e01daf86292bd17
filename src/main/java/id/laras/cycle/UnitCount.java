package id.laras.cycle;

/** Evaluations of one unit in one cycle. */
public record UnitCount(String unitCode, long evaluations) {}
