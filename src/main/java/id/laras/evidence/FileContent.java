package id.laras.evidence;

/** A file to hand out. */
public record FileContent(String fileName, String mediaType, byte[] content) {}
