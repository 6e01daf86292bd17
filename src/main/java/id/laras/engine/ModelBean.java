package id.laras.engine;

/**
 * Marks a bean that models may call in an expression, beside delegates and listeners. Everything else is out of their
 * reach: whoever may deploy a model must not run whatever code he likes.
 */
public interface ModelBean {}
