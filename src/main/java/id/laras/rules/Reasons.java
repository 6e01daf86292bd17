package id.laras.rules;

import java.text.Normalizer;
import java.util.List;

/** The one rule for what people write to explain something: it says something, however short. */
public final class Reasons {

    /** Letters, as people count; the shortest words that tell anything, as "Baik", have four. */
    public static final int LEAST_LETTERS = 4;

    /** Characters of any text that explains; about four pages, room for the minutes of a hearing. */
    public static final int LONGEST = 10_000;

    /** Characters of one field of a form that has many of them: a comment, a note on one indicator. */
    public static final int LONGEST_NOTE = 4_000;

    /** Different letters: "aaaaa", "ababab" and "aáàâ" are keys held down. */
    private static final int LEAST_DIFFERENT = 3;

    /** Neighbouring keys and the alphabet; a hand that runs over them, as in "asdf", writes no word. */
    private static final List<String> ROWS =
            List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz");

    /** Letters of a row from which on it is a run; "as" and "we" stand in words. */
    private static final int LEAST_RUN = 3;

    private Reasons() {}

    /** Whether nothing was written that anybody could see: spaces of every kind, also those that do not break, count as none. */
    public static boolean missing(String text) {
        return text == null || PlainText.of(text).isEmpty();
    }

    /** Without blanks around it; null when nothing was written. */
    public static String clean(String text) {
        return missing(text) ? null : text.strip();
    }

    /** Whether something was written that tells nothing: too few letters, always the same, or a hand on the keyboard. */
    public static boolean empty(String text) {
        if (missing(text)) {
            return false;
        }
        var letters = letters(text);
        return letters.codePointCount(0, letters.length()) < LEAST_LETTERS
                || letters.codePoints().distinct().count() < LEAST_DIFFERENT
                || isTypedBlindly(letters);
    }

    /**
     * A reason that must be there.
     *
     * @param missing key of the sentence for when nothing was written
     * @throws Refusal when nothing was written, nothing that tells anything, or too much
     */
    public static String required(String text, String missing) {
        if (missing(text)) {
            throw new Refusal(missing);
        }
        if (text.length() > LONGEST) {
            throw new Refusal("common.reason.long", LONGEST);
        }
        if (empty(text)) {
            throw new Refusal("common.reason.empty", LEAST_LETTERS);
        }
        return text.strip();
    }

    /** Letters alone, without their marks and in one width and case. */
    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetter)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Nothing but runs along a row, in either direction: "asdf", "asdfasdf", "qwe qwe", "dcba". */
    private static boolean isTypedBlindly(String letters) {
        var at = 0;
        while (at < letters.length()) {
            var run = run(letters, at);
            if (run < LEAST_RUN) {
                return false;
            }
            at += run;
        }
        return true;
    }

    /** How many letters from here on follow each other in one row. */
    private static int run(String letters, int from) {
        var longest = 0;
        for (var row : ROWS) {
            for (var keys : List.of(row, new StringBuilder(row).reverse().toString())) {
                var to = from + 1;
                while (to < letters.length() && keys.contains(letters.substring(from, to + 1))) {
                    to++;
                }
                longest = Math.max(longest, keys.indexOf(letters.charAt(from)) < 0 ? 0 : to - from);
            }
        }
        return longest;
    }
}
