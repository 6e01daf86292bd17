package id.laras.people;

import id.laras.rules.Nip;
import id.laras.rules.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * What the digits of a NIP must say, under {@code laras.nip.*}: birthday (8), year and month of appointment (6), sex (1 or
 * 2), serial number (001 to 999). A PPPK has a code in the place of the month.
 *
 * @param contracts what stands there instead of a month 01 to 12
 * @param youngest  years of age at the appointment
 * @param oldest    years of age at the appointment
 */
@ConfigurationProperties("laras.nip")
record NipRules(
        @DefaultValue({"21", "22", "23", "24", "25", "26", "27", "28", "29"})
        Set<String> contracts,

        @DefaultValue("15") int youngest,
        @DefaultValue("70") int oldest) {

    private static final DateTimeFormatter BASIC_DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** A number as a spreadsheet abbreviates it, with a dot or a comma. */
    private static final Pattern ABBREVIATED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d+");

    /** Why this cannot be anybody's number; empty when it can. */
    Optional<Refusal.Problem> fault(String nip, LocalDate today) {
        if (ABBREVIATED.matcher(nip).matches()) {
            return because("people.nip.abbreviated", nip);
        }
        if (!Nip.isNip(nip)) {
            return because("people.nip.invalid", nip);
        }
        if (nip.endsWith("000")) {
            return because("people.nip.rounded", nip);
        }
        var birth = birth(nip);
        if (birth == null) {
            return because("people.nip.birth", nip, Nip.birth(nip));
        }
        var month = nip.substring(12, 14);
        var pppk = contracts.contains(month);
        if (!pppk && !month.matches("0[1-9]|1[0-2]")) {
            return because("people.nip.month", nip, month);
        }
        if (nip.charAt(14) != '1' && nip.charAt(14) != '2') {
            return because("people.nip.sex", nip, nip.substring(14, 15));
        }
        var year = Integer.parseInt(nip.substring(8, 12));
        var age = year - birth.getYear();
        if (age < youngest || age > oldest) {
            return because("people.nip.age", nip, birth.toString(), String.valueOf(year), age);
        }
        var appointed = YearMonth.of(Math.max(1, year), pppk ? 1 : Integer.parseInt(month));
        return appointed.isAfter(YearMonth.from(today).plusYears(1))
                ? because("people.nip.future", nip, appointed.toString())
                : Optional.empty();
    }

    private static LocalDate birth(String nip) {
        try {
            return LocalDate.parse(Nip.birth(nip), BASIC_DAY);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static Optional<Refusal.Problem> because(String key, Object... args) {
        return Optional.of(new Refusal.Problem(key, args));
    }

    @Configuration
    @EnableConfigurationProperties(NipRules.class)
    static class Registration {}
}
