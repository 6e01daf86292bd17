package id.laras.rules;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Text as it is compared and kept, whatever program it was copied from: composed letters (NFC), one ordinary blank for
 * blanks of every kind, none at the ends, and no characters that nobody can see.
 */
public final class PlainText {

    /** Letters and symbols that are drawn as nothing or as a gap: Hangul fillers and the empty Braille pattern. */
    private static final Set<Integer> BLANK_LETTERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);

    /** Stands for a picture that was copied along. */
    private static final int OBJECT = 0xFFFC;

    /** Soft hyphen, zero-width blanks and joiners, single direction marks, the byte order mark: they say nothing. */
    private static final Set<Integer> UNSEEN = Set.of(
            0xAD, 0x34F, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180E, 0x180F, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F,
            0x2060, 0x2061, 0x2062, 0x2063, 0xFEFF);

    private PlainText() {}

    /** Null stays null. */
    public static String of(String raw) {
        if (raw == null) {
            return null;
        }
        if (isPlain(raw)) {
            return raw.strip();
        }
        var text = new StringBuilder(raw.length());
        Normalizer.normalize(raw, Normalizer.Form.NFC)
                .codePoints()
                .filter(letter -> !isUnseen(letter))
                .map(letter -> isBlank(letter) ? ' ' : letter)
                .filter(letter -> letter != ' ' || !text.isEmpty() && text.charAt(text.length() - 1) != ' ')
                .forEach(text::appendCodePoint);
        return text.toString().strip();
    }

    /** The first character that no text may hold: a control character, half of one, what turns the writing round, or what has no shape. */
    public static OptionalInt forbidden(String text) {
        return text.codePoints().filter(PlainText::isForbidden).findFirst();
    }

    private static boolean isForbidden(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> letter == OBJECT;
        };
    }

    /** Almost every cell is: visible ASCII, no two blanks side by side. */
    private static boolean isPlain(String raw) {
        for (var i = 0; i < raw.length(); i++) {
            var letter = raw.charAt(i);
            if (letter < ' ' || letter > '~' || letter == ' ' && i > 0 && raw.charAt(i - 1) == ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(int letter) {
        return letter == '\t'
                || Character.getType(letter) == Character.SPACE_SEPARATOR
                || BLANK_LETTERS.contains(letter);
    }

    /** Variation selectors too, which only choose how the letter before them is drawn. */
    private static boolean isUnseen(int letter) {
        return UNSEEN.contains(letter)
                || letter >= 0xFE00 && letter <= 0xFE0F
                || letter >= 0xE0100 && letter <= 0xE01EF;
    }
}
