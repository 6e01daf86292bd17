package id.laras.rules;

/** The one rule for what people write to explain something: it says something, however short. */
public final class Reasons {

    /** Letters, as people count; the shortest words that tell anything, as "Baik", have four. */
    public static final int LEAST_LETTERS = 4;

    /** Different letters: "aaaaa" and "ababab" are keys held down. */
    private static final int LEAST_DIFFERENT = 3;

    private Reasons() {}

    /** Whether nothing was written. */
    public static boolean missing(String text) {
        return text == null || text.isBlank();
    }

    /** Whether something was written that tells nothing: too few letters, or always the same. */
    public static boolean empty(String text) {
        return !missing(text)
                && (text.codePoints().filter(Character::isLetter).count() < LEAST_LETTERS
                        || text.codePoints()
                                        .filter(Character::isLetter)
                                        .map(Character::toLowerCase)
                                        .distinct()
                                        .count()
                                < LEAST_DIFFERENT);
    }

    /**
     * A reason that must be there.
     *
     * @param missing key of the sentence for when nothing was written
     * @throws Refusal when nothing was written, or nothing that tells anything
     */
    public static String required(String text, String missing) {
        if (missing(text)) {
            throw new Refusal(missing);
        }
        if (empty(text)) {
            throw new Refusal("common.reason.empty", LEAST_LETTERS);
        }
        return text.strip();
    }
}
