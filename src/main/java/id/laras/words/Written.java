package id.laras.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Days, times and numbers as the reader writes them: 21 Nov 2026, 14.05 WIB and 1.234,56 in Indonesian, 14:05 and 1,234.56 in
 * English. Times carry their zone.
 */
public record Written(Locale locale) {

    /** What stands where there is no number. */
    private static final String NONE = "–";

    private static final String DAY = "d MMM uuuu";
    private static final String HOUR = "HH:mm zzz";

    /** No number of ours has more. */
    private static final int MOST_PLACES = 6;

    private static final int PLACES_OF_SCORES = 2;

    public String day(TemporalAccessor day) {
        return as(DAY, day);
    }

    /** With its zone, as {@code 21 Nov 2026 14.05 WIB}. */
    public String time(TemporalAccessor time) {
        return as(DAY + " " + HOUR, time);
    }

    /** A time of today. */
    public String hour(TemporalAccessor time) {
        return as(HOUR, time);
    }

    /** As {@link #time}, to the second. */
    public String second(TemporalAccessor time) {
        return as(DAY + " HH:mm:ss zzz", time);
    }

    /** For a file that a program sorts: {@code 2026-11-21 14:05:00 WIB}. */
    public String sortable(TemporalAccessor time) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", locale).format(time);
    }

    /** As many places as the number has. */
    public String number(BigDecimal number) {
        return written(number, 0, MOST_PLACES);
    }

    /** With the zeros at its end. */
    public String exact(BigDecimal number) {
        var places = Math.max(0, number.scale());
        return written(number, places, places);
    }

    /** Two places, as every score has. */
    public String score(BigDecimal score) {
        return written(score, PLACES_OF_SCORES, PLACES_OF_SCORES);
    }

    private String as(String pattern, TemporalAccessor when) {
        if (when == null) {
            return "";
        }
        var spelling = "en".equals(locale.getLanguage()) ? pattern : pattern.replace(':', '.');
        return DateTimeFormatter.ofPattern(spelling, locale).format(when);
    }

    private String written(BigDecimal number, int least, int most) {
        if (number == null) {
            return NONE;
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
