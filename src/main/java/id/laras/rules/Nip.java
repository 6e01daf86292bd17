package id.laras.rules;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a civil servant (NIP, NI PPPK) as people and spreadsheets write it. */
public final class Nip {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{18}");

    /** What is written around and between the groups: blanks, dots, hyphens, the apostrophe that makes a cell text. */
    private static final Pattern MARKS = Pattern.compile("[\\s.'`’‘\"\\-‐‑–/]");

    private Nip() {}

    /** The eighteen digits where these are what was meant, else the text as it stands; null stays null. */
    public static String of(String typed) {
        var text = PlainText.of(typed);
        if (text == null || isNip(text)) {
            return text;
        }
        var digits = withoutMarks(text);
        return isNip(digits) ? digits : text;
    }

    /** In the digits of our keyboards, whichever keyboard they came from. */
    private static String withoutMarks(String text) {
        var digits = new StringBuilder();
        MARKS.matcher(text)
                .replaceAll("")
                .codePoints()
                .forEach(sign ->
                        digits.appendCodePoint(Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign));
        return digits.toString();
    }

    /**
     * What a search means: digits without marks where only digits were typed, however many, else the text.
     *
     * @return null for null
     */
    public static String searched(String typed) {
        var text = PlainText.of(typed);
        var digits = text == null ? "" : withoutMarks(text);
        return digits.length() >= 6 && digits.chars().allMatch(letter -> letter >= '0' && letter <= '9')
                ? digits
                : text;
    }

    public static boolean isNip(String text) {
        return DIGITS.matcher(text).matches();
    }

    /** Whether a cell of this column of an imported file is somebody's number. */
    public static boolean isColumn(String name) {
        return name.equals("nip") || name.endsWith("_nip");
    }

    /**
     * The first day on which its holder can be in service: of the month of appointment, or of the year where a code stands
     * in the place of the month (PPPK). Empty for whoever has no NIP.
     */
    public static Optional<LocalDate> firstDay(String nip) {
        if (!isNip(nip)) {
            return Optional.empty();
        }
        var year = Math.max(1, Integer.parseInt(nip.substring(8, 12)));
        var month = Integer.parseInt(nip.substring(12, 14));
        return Optional.of(LocalDate.of(year, month >= 1 && month <= 12 ? month : 1, 1));
    }

    /** The eight digits of the birthday. */
    public static String birth(String nip) {
        return nip.substring(0, 8);
    }
}
