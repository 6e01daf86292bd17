package id.laras.engine;

/**
 * A bean that models may name in an expression although it is no delegate and no listener, e.g. the respondents that a
 * multi-instance task goes through. All other beans are invisible to models.
 */
public interface ModelBean {}
