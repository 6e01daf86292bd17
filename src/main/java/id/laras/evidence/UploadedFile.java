package id.laras.evidence;

/** What the form keeps of an upload. */
public record UploadedFile(String fileId, String fileName) {}
