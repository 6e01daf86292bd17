package id.laras.rules;

/**
 * A rule that only the database can hold when two do the same at the same moment, and its sentence. A room publishes one as
 * a bean where it has words of its own; the others share a sentence.
 *
 * @param mark     name of the constraint; for a primary key the beginning of its insert
 * @param sentence key in the message bundles, without arguments
 */
public record UniqueRule(String mark, String sentence) {}
