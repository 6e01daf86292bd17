package id.laras.dashboard;

import id.laras.cycle.Stage;

/** How many evaluations of a unit stand at a stage. */
public record StageCount(String unitCode, String unitName, Stage stage, long count) {}
