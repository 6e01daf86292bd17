package id.laras.intake;

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

    /** A whole number as a program writes that counts with decimals or groups them. */
    private static final Pattern DECIMALS = Pattern.compile("[0-9]{15,20}[.,]0+|[0-9]{1,3}(?:,[0-9]{3}){4,6}");

    /** From so many on it was meant as a number, and not as a name or a remark. */
    private static final int FEW_DIGITS = 9;

    /** Why this cannot be anybody's number; empty when it can. */
    Optional<Refusal.Problem> fault(String nip, LocalDate today) {
        if (ABBREVIATED.matcher(nip).matches()) {
            return because("people.nip.abbreviated", nip);
        }
        if (!Nip.isNip(nip)) {
            return because(notEighteenDigits(nip));
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
        var appointed = YearMonth.from(Nip.firstDay(nip).orElseThrow());
        return appointed.isAfter(YearMonth.from(today).plusYears(1))
                ? because("people.nip.future", nip, appointed.toString())
                : Optional.empty();
    }

    /** Why the text is no number at all: digits behind a point, a letter among them, too few or too many. */
    private static Refusal.Problem notEighteenDigits(String nip) {
        if (DECIMALS.matcher(nip).matches()) {
            return new Refusal.Problem("people.nip.decimals", nip);
        }
        var digits = nip.chars().filter(sign -> sign >= '0' && sign <= '9').count();
        var letter = nip.codePoints().filter(Character::isLetter).findFirst();
        if (letter.isPresent() && digits >= FEW_DIGITS) {
            return new Refusal.Problem("people.nip.letter", nip, Character.toString(letter.getAsInt()));
        }
        return digits == nip.length() && digits > 1
                ? new Refusal.Problem("people.nip.length", nip, digits)
                : new Refusal.Problem("people.nip.invalid", nip);
    }

    private static LocalDate birth(String nip) {
        try {
            return LocalDate.parse(Nip.birth(nip), BASIC_DAY);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static Optional<Refusal.Problem> because(Refusal.Problem problem) {
        return Optional.of(problem);
    }

    private static Optional<Refusal.Problem> because(String key, Object... args) {
        return Optional.of(new Refusal.Problem(key, args));
    }

    @Configuration
    @EnableConfigurationProperties(NipRules.class)
    static class Registration {}
}
