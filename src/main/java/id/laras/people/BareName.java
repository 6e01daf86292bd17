package id.laras.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A name without titles, capitals, accents, marks and blanks: what two spellings of one name have in common. */
final class BareName {

    /** Before a name, also without their dot. */
    private static final Set<String> BEFORE =
            Set.of("drs", "dra", "ir", "h", "hj", "dr", "drg", "drh", "prof", "kh", "ns", "apt");

    /** Behind a name, where it is written without comma and dots. Names that people bear ("Ma") are not among them. */
    private static final Set<String> BEHIND = Set.of(
            "skm", "spd", "spdi", "se", "sh", "shi", "mm", "msi", "mpd", "mkes", "amd", "amdkep", "st", "ssos", "sag",
            "skep", "ners", "sp", "skom", "mt", "mh", "mkom", "map", "sap", "sip", "sstp", "mkn", "mph", "sst", "sked",
            "sfarm", "mars");

    private static final int LONGEST = 200;

    private BareName() {}

    /** Never null; empty where nothing of a name is left. */
    static String of(String name) {
        if (name == null) {
            return "";
        }
        List<String> words = new ArrayList<>(Arrays.stream(name.split(",", 2)[0].split("\\s+"))
                .map(BareName::withoutTitles)
                .filter(word -> !word.isEmpty() && !word.contains(".") && !BEFORE.contains(lower(word)))
                .toList());
        while (words.size() > 1 && BEHIND.contains(lower(words.get(words.size() - 1)))) {
            words.remove(words.size() - 1);
        }
        var bare = lower(Normalizer.normalize(String.join("", words), Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]", ""));
        return bare.substring(0, Math.min(LONGEST, bare.length()));
    }

    /** As the database keeps it: null for none, because nobody is the namesake of who has no name. */
    static String kept(String name) {
        var bare = of(name);
        return bare.isEmpty() ? null : bare;
    }

    /** "Drs.H.Ahmad" is written without a blank as often as with one. */
    private static String withoutTitles(String word) {
        var dot = word.indexOf('.');
        return dot > 0 && BEFORE.contains(lower(word.substring(0, dot)))
                ? withoutTitles(word.substring(dot + 1))
                : word;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
