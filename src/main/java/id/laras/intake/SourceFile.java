package id.laras.intake;

import java.text.Normalizer;

/**
 * A file that HR hands in.
 *
 * @param name    as HR calls it, without folders and without characters that one cannot see; the errors repeat it
 * @param content the bytes: CSV in UTF-8, or XLSX
 */
public record SourceFile(String name, byte[] content) {

    private static final int LONGEST_NAME = 120;

    public SourceFile {
        name = shown(name);
    }

    /** The name is only ever shown, never used as a path. */
    private static String shown(String original) {
        var name = Normalizer.normalize(original == null ? "" : original, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "")
                .strip();
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
        }
        return name.isEmpty() ? "?" : name;
    }
}
