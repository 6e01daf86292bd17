package id.laras.intake;

import java.util.regex.Pattern;

/** Finds codes that are the same but for zeros which a spreadsheet drops from numbers: 0101 and 101, 1.10 and 1.1. */
final class LostZeros {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]*)?");
    private static final int LONGEST = 64;

    private LostZeros() {}

    /** The code without the zeros that a number would lose; null for a code that is no number. */
    static String bare(String code) {
        if (code == null || code.length() > LONGEST || !NUMBER.matcher(code).matches()) {
            return null;
        }
        var mark = Math.max(code.indexOf('.'), code.indexOf(','));
        var from = 0;
        var whole = mark < 0 ? code.length() : mark;
        while (from < whole - 1 && code.charAt(from) == '0') {
            from++;
        }
        var end = code.length();
        while (end > whole + 1 && code.charAt(end - 1) == '0') {
            end--;
        }
        var fraction = end <= whole + 1 ? "" : "." + code.substring(whole + 1, end);
        return code.substring(from, whole) + fraction;
    }
}
