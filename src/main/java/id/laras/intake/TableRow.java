package id.laras.intake;

import id.laras.rules.AgencyDays;
import id.laras.words.Sentences;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One row of a file; {@code number} as a spreadsheet counts it. */
record TableRow(String file, int number, Map<String, String> cells) {

    private static final List<DateTimeFormatter> DAYS = Stream.of(
                    format("uuuu-M-d", Locale.ROOT),
                    format("uuuu/M/d", Locale.ROOT),
                    format("d/M/uuuu", Locale.ROOT),
                    format("d-M-uuuu", Locale.ROOT),
                    format("d.M.uuuu", Locale.ROOT),
                    format("d MMMM uuuu", Sentences.INDONESIAN),
                    format("d MMM uuuu", Sentences.INDONESIAN),
                    format("d-MMM-uuuu", Sentences.INDONESIAN),
                    format("d MMMM uuuu", Locale.ENGLISH),
                    format("d MMM uuuu", Locale.ENGLISH),
                    format("d-MMM-uuuu", Locale.ENGLISH))
            .toList();

    /** What programs write behind a day that they keep as a moment. */
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0{1,2}:00(:00(\\.0+)?)?$");

    /** As a spreadsheet counts days when the cell is not formatted as one. */
    private static final Pattern SERIAL = Pattern.compile("\\d{4,6}([.,]\\d+)?");

    /** As people write months beside the names that Java knows. */
    private static final Map<Pattern, String> MONTHS = Map.of(
            month("ag(?:t|s|ust|ustus)"),
            "Agu",
            month("n(?:op|opember)"),
            "Nov",
            month("p(?:eb|ebruari)"),
            "Feb",
            month("sept"),
            "Sep");

    private static final Pattern SHORT_YEAR =
            Pattern.compile("[0-9]{1,2}[-/. ](?:[0-9]{1,2}|\\p{L}{3,9})[-/. ][0-9]{2}");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?:0?[1-9]|1[0-2])[-/.](?:1[3-9]|2[0-9]|3[01])[-/.][0-9]{4}");
    private static final Pattern WRITTEN_AS_DAY = Pattern.compile(
            "[0-9]{1,2}[-/. ](?:[0-9]{1,2}|\\p{L}{3,9})[-/. ]([0-9]{4})|([0-9]{4})[-/][0-9]{1,2}[-/][0-9]{1,2}");

    private static Pattern month(String written) {
        return Pattern.compile("(?<![\\p{L}])" + written + "(?![\\p{L}])", Pattern.CASE_INSENSITIVE);
    }

    private static DateTimeFormatter format(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The cell without surrounding blanks, null when it is empty or the column is not there. */
    String cell(String column) {
        var value = cells.get(column);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The day, written 2026-01-31, 31/01/2026 or 31 Januari 2026; null when the cell is empty or no day of 1900 to 2199. */
    LocalDate day(String column) {
        var text = cell(column);
        if (text == null) {
            return null;
        }
        var day = parsed(MIDNIGHT.matcher(text).replaceFirst(""));
        return AgencyDays.isLikely(day) ? day : null;
    }

    private static LocalDate parsed(String written) {
        var text = written;
        for (var month : MONTHS.entrySet()) {
            text = month.getKey().matcher(text).replaceFirst(month.getValue());
        }
        for (var format : DAYS) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeException other) {
                // the next one
            }
        }
        return null;
    }

    /** What the row says about these columns; those that the file does not have are left out. */
    Map<String, String> values(List<String> columns) {
        Map<String, String> values = new LinkedHashMap<>();
        columns.stream().filter(cells::containsKey).forEach(column -> values.put(column, cell(column)));
        return values;
    }

    /** Why {@link #day} reads none. */
    ImportError noDay(String column) {
        var text = cell(column) == null ? "" : cell(column);
        return error(column, notADay(text), text);
    }

    private static String notADay(String text) {
        if (SERIAL.matcher(text).matches()) {
            return "people.cell.dayNumber";
        }
        if (SHORT_YEAR.matcher(text).matches()) {
            return "people.day.shortYear";
        }
        if (MONTH_FIRST.matcher(text).matches()) {
            return "people.day.monthFirst";
        }
        var written = WRITTEN_AS_DAY.matcher(text);
        if (!written.matches() || !hasMonth(text)) {
            return "people.day.invalid";
        }
        var year = Integer.parseInt(written.group(1) == null ? written.group(2) : written.group(1));
        return AgencyDays.isLikely(LocalDate.of(year, 1, 1)) ? "people.day.none" : "people.day.year";
    }

    /** Whether the word between day and year, if there is one, is a month: then the day is what is wrong. */
    private static boolean hasMonth(String text) {
        return text.codePoints().noneMatch(Character::isLetter) || parsed(text.replaceFirst("^[0-9]+", "1")) != null;
    }

    ImportError error(String column, String key, Object... args) {
        return ImportError.of(file, number, column, key, args);
    }
}
