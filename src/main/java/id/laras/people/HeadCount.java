package id.laras.people;

/** Employees of one unit, those of the units below not counted. */
public record HeadCount(String unitCode, long employees) {}
