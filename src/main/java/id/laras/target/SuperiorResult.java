package id.laras.target;

/**
 * An approved work result of the assessor, which a result of the employee can support (cascade).
 *
 * @param owner the assessor's name
 */
public record SuperiorResult(String id, String title, String owner) {}
