package id.laras.people;

/**
 * A file that HR hands in.
 *
 * @param name    as HR calls it; the errors repeat it
 * @param content the bytes, CSV in UTF-8
 */
public record SourceFile(String name, byte[] content) {}
