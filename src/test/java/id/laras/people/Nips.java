package id.laras.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** NIPs for tests that could be somebody's: each number gives another one, the next number another birthday too. */
public final class Nips {

    /** Birthdays from 1960 to 1989. */
    private static final int BIRTHDAYS = 10_900;

    private static final int MONTHS = 12;
    /** Odd ones only: no number is a multiple of 32, about which HR would be asked. */
    private static final int SERIALS = 500;

    private Nips() {}

    /**
     * @param year   of the appointment, 2005 to 2026: another year, another number
     * @param number 0 to 130 million
     */
    public static String of(int year, long number) {
        var birth = LocalDate.of(1960, 1, 1).plusDays(number % BIRTHDAYS);
        var rest = number / BIRTHDAYS;
        return birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                + "%d%02d%d%03d"
                        .formatted(year, rest % MONTHS + 1, rest / MONTHS % 2 + 1, rest / MONTHS / 2 % SERIALS * 2 + 1);
    }
}
