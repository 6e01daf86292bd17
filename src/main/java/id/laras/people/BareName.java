package id.laras.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A name without titles, capitals, accents, marks and blanks: what two spellings of one name have in common. */
public final class BareName {

    /** Before a name, also without their dot. */
    private static final Set<String> BEFORE =
            Set.of("drs", "dra", "ir", "h", "hj", "dr", "drg", "drh", "prof", "kh", "ns", "apt");

    /** Behind a name, where it is written without comma and dots. Names that people bear ("Ma") are not among them. */
    private static final Set<String> BEHIND = Set.of(
            "skm", "spd", "spdi", "se", "sh", "shi", "mm", "msi", "mpd", "mkes", "amd", "amdkep", "st", "ssos", "sag",
            "skep", "ners", "sp", "skom", "mt", "mh", "mkom", "map", "sap", "sip", "sstp", "mkn", "mph", "sst", "sked",
            "sfarm", "mars");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final int LONGEST = 200;

    /** Letters behind a dot that are no degree. */
    private static final int SHORTEST = 3;

    private BareName() {}

    /** Never null; empty where nothing of a name is left. */
    public static String of(String name) {
        var bare = String.join("", words(name));
        return bare.substring(0, Math.min(LONGEST, bare.length()));
    }

    /** Whether the names have no word in common, as those of two people and not two spellings of one. */
    public static boolean areOfTwo(String one, String other) {
        var words = words(one);
        return !words.isEmpty() && !words(other).isEmpty() && Collections.disjoint(words, words(other));
    }

    private static List<String> words(String name) {
        if (name == null) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (var word : BLANKS.split(name.split(",", 2)[0])) {
            var left = withoutTitles(word);
            left = words.isEmpty() ? withoutShortForms(left) : left;
            if (!left.isEmpty() && !left.contains(".") && !BEFORE.contains(lower(left))) {
                words.add(left);
            }
        }
        while (words.size() > 1 && BEHIND.contains(lower(words.get(words.size() - 1)))) {
            words.remove(words.size() - 1);
        }
        // What looks like titles only is the name.
        return (words.isEmpty() ? Stream.of(name) : words.stream())
                .map(BareName::letters)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String letters(String text) {
        return lower(NO_LETTER
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll(""));
    }

    /** As the database keeps it: null for none, because nobody is the namesake of who has no name. */
    public static String kept(String name) {
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

    /** "Moh.Ali" is written without a blank as often as with one; "Moh." and "M." are no words of a name of their own. */
    private static String withoutShortForms(String word) {
        var last = word.substring(word.lastIndexOf('.') + 1);
        return last.length() < SHORTEST ? word : last;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
