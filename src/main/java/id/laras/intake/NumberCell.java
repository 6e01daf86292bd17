package id.laras.intake;

import id.laras.rules.AgencyDays;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A number in a cell: what the sheet shows for it, and which day it is.
 *
 * @param format       as the workbook writes it, null for none
 * @param startsIn1904 whether the workbook counts days from 1 January 1904
 */
record NumberCell(BigDecimal number, String format, boolean startsIn1904) {

    /** A spreadsheet keeps no more digits of a number. */
    private static final int DIGITS = 15;

    /** {@code 0000} or {@code 0.00}: every digit is shown. */
    private static final Pattern ALL_DIGITS = Pattern.compile("(0+)(?:\\.(0+))?");

    private static final LocalDate FIRST_LIKELY_DAY = LocalDate.of(1950, 1, 1);
    private static final int MILLION = 1_000_000;

    boolean isTooLong() {
        return number.precision() - number.scale() > DIGITS || number.scale() > DIGITS;
    }

    String plain() {
        return isTooLong()
                ? number.toString()
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Null where the sheet shows something else than these digits, or the digits that were typed may be gone. */
    String shown() {
        var whole = number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0;
        if (format == null || format.isEmpty() || format.equalsIgnoreCase("General") || format.equals("@")) {
            return whole ? plain() : null;
        }
        var digits = ALL_DIGITS.matcher(format);
        if (number.signum() < 0 || !digits.matches()) {
            return null;
        }
        var decimals = digits.group(2) == null ? 0 : digits.group(2).length();
        var rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        if (rounded.compareTo(number) != 0) {
            return null;
        }
        var text = rounded.toPlainString();
        var width = digits.group(1).length() + (decimals == 0 ? 0 : decimals + 1);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }

    boolean isDay() {
        return signs().matches(".*[dy].*") && isInRange();
    }

    /** Whether the sheet shows day, month and year; what it does not show was perhaps made up by the spreadsheet. */
    boolean showsWholeDay() {
        var signs = signs();
        return signs.contains("d") && signs.contains("m") && signs.contains("y");
    }

    /** What of the format stands for parts of the number. */
    private String signs() {
        return format == null ? "" : format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
    }

    /** Whether it is a day that people are hired or end on, though the cell is not formatted as one. */
    boolean couldBeDay() {
        return isInRange()
                && number.stripTrailingZeros().scale() <= 0
                && !date().isBefore(FIRST_LIKELY_DAY)
                && AgencyDays.isLikely(date());
    }

    /** As 2026-01-31, without the time that the cell may hold too. */
    String day() {
        return date().toString();
    }

    private boolean isInRange() {
        return number.signum() >= 0
                && !isTooLong()
                && number.intValue() < 3 * MILLION
                && number.compareTo(BigDecimal.valueOf(3L * MILLION)) < 0;
    }

    /** Spreadsheets that count from 1900 hold 1900 for a leap year, so that their days before March 1900 are one behind. */
    private LocalDate date() {
        var days = number.longValue();
        if (startsIn1904) {
            return LocalDate.of(1904, 1, 1).plusDays(days);
        }
        return LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days);
    }
}
