package id.laras.evidence;

import java.text.Normalizer;

/** Makes a name that a stranger chose safe to show and to save under. */
final class FileNames {

    private static final int LONGEST = 120;
    private static final int LONGEST_EXTENSION = 10;

    private FileNames() {}

    /** Without folders, control and direction characters, or what file systems and shells treat specially. */
    static String clean(String original) {
        var name = Normalizer.normalize(original == null ? "" : original, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("\\p{C}", "")
                .replaceAll("[\\\\/:*?\"<>|;%&$`'\\r\\n]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        if (name.isEmpty()) {
            return "berkas";
        }
        return name.length() <= LONGEST ? name : shorten(name);
    }

    private static String shorten(String name) {
        var dot = name.lastIndexOf('.');
        var extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        var keep = LONGEST - extension.length();
        var end = Character.isHighSurrogate(name.charAt(keep - 1)) ? keep - 1 : keep;
        return name.substring(0, end) + extension;
    }
}
