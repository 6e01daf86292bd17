package id.laras.evidence;

import org.springframework.lang.Nullable;

/**
 * Proof of what is claimed (bukti dukung): a link or a file, never both.
 *
 * @param link     http or https address, or null
 * @param fileId   a file uploaded to the same evaluation, or null
 * @param fileName how the file is called; for people only
 */
public record Evidence(
        @Nullable String link,
        @Nullable String fileId,
        @Nullable String fileName) {}
