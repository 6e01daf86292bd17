package id.laras.cycle;

/** Evaluations of one cycle, and how many of them are closed. */
public record CycleCount(String cycleId, long evaluations, long closed) {}
