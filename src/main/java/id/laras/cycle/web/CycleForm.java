package id.laras.cycle.web;

import id.laras.cycle.CycleKind;
import id.laras.cycle.NewCycle;
import id.laras.cycle.Scheme;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/** What HR typed, exactly as typed, so that nothing is lost when a rule is broken. */
record CycleForm(
        String name,
        String kind,
        String scheme,
        String firstDay,
        String lastDay,
        String targetsDue,
        String checkInMonths,
        String assessmentOpens,
        String feedbackCloses,
        String assessmentDue,
        String calibrationDue) {

    /** A calendar year with quarterly check-ins; targets by the end of January. */
    static CycleForm suggestion(int year) {
        return new CycleForm(
                "",
                CycleKind.ANNUAL.name(),
                Scheme.QUADRANT.name(),
                year + "-01-01",
                year + "-12-31",
                year + "-01-31",
                "3",
                year + "-12-01",
                year + "-12-14",
                year + "-12-31",
                (year + 1) + "-01-15");
    }

    /** What cannot be read is missing: the wish says so in its own words. */
    NewCycle wish() {
        return new NewCycle(
                name,
                chosen(CycleKind.values(), kind),
                chosen(Scheme.values(), scheme),
                date(firstDay),
                date(lastDay),
                date(targetsDue),
                months(),
                date(assessmentOpens),
                date(feedbackCloses),
                date(assessmentDue),
                date(calibrationDue));
    }

    private static <E extends Enum<E>> E chosen(E[] values, String name) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private int months() {
        return checkInMonths != null && checkInMonths.matches("\\d{1,2}") ? Integer.parseInt(checkInMonths) : -1;
    }

    private static LocalDate date(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
