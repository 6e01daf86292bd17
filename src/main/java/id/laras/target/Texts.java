package id.laras.target;

import id.laras.rules.Reasons;
import id.laras.rules.Refusal.Problem;
import java.util.List;

/** The rules for texts that people write into targets. */
final class Texts {

    private static final int BRIEF = 80;

    private Texts() {}

    /** Short enough to stand in a sentence. */
    static String brief(String text) {
        var stripped = text.strip();
        return stripped.length() <= BRIEF ? stripped : stripped.substring(0, BRIEF - 1) + "…";
    }

    /** Problem {@code <key>.missing} or {@code <key>.long}. */
    static void require(String text, String key, List<Problem> problems) {
        if (Reasons.missing(text)) {
            problems.add(new Problem(key + ".missing"));
        } else {
            limit(text, key, problems);
        }
    }

    /** Problem {@code <key>.long}. */
    static void limit(String text, String key, List<Problem> problems) {
        if (text != null && text.strip().length() > Reasons.LONGEST_NOTE) {
            problems.add(new Problem(key + ".long", Reasons.LONGEST_NOTE));
        }
    }
}
