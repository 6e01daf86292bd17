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

    /** No number of ours has more. */
    private static final int MOST_PLACES = 6;

    private static final int PLACES_OF_SCORES = 2;

    public String day(TemporalAccessor day) {
        return as(DAY, day);
    }

    /** With its zone, as {@code 21 Nov 2026 14.05 WIB}. */
    public String time(TemporalAccessor time) {
        return as(DAY + " HH:mm zzz", time);
    }

    /** As {@link #time}, to the second. */
    public String second(TemporalAccessor time) {
        return as(DAY + " HH:mm:ss zzz", time);
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
