package id.laras.dashboard.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/** Writes numbers as the reader does: 1.234,56 in Indonesian, 1,234.56 in English. */
public record Numbers(Locale locale) {

    /** As many places as the number has, at most two. */
    public String format(BigDecimal number) {
        return write(number, 0);
    }

    public String twoPlaces(BigDecimal number) {
        return write(number, 2);
    }

    private String write(BigDecimal number, int places) {
        if (number == null) {
            return "";
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
