package id.laras.target.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** Writes decimals as the reader does (1.234,5), with as many places as they have. */
public record Decimals(Locale locale) {

    private static final int MOST_PLACES = 4;

    public String format(BigDecimal number) {
        if (number == null) {
            return "–";
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(MOST_PLACES);
        return format.format(number);
    }
}
