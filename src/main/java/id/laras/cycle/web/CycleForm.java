package id.laras.cycle.web;

import id.laras.cycle.CycleKind;
import id.laras.cycle.NewCycle;
import id.laras.cycle.Scheme;
import id.laras.rules.AgencyDays;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

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

    /**
     * A calendar year with quarterly check-ins; targets by the end of January: this year's while that day has not passed, else the
     * next one's, so that what is suggested makes nobody late.
     */
    static CycleForm suggestion(LocalDate today) {
        var year = today.isAfter(LocalDate.of(today.getYear(), 1, 31)) ? today.getYear() + 1 : today.getYear();
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

    /** What stands in a cycle. */
    static CycleForm of(NewCycle cycle) {
        return new CycleForm(
                cycle.name(),
                cycle.kind().name(),
                cycle.scheme().name(),
                cycle.firstDay().toString(),
                cycle.lastDay().toString(),
                cycle.targetsDue().toString(),
                String.valueOf(cycle.checkInMonths()),
                cycle.assessmentOpens().toString(),
                cycle.feedbackCloses().toString(),
                cycle.assessmentDue().toString(),
                cycle.calibrationDue().toString());
    }

    /** As it stands in an address that asks for the same preview. */
    Map<String, String> asked() {
        var asked = new LinkedHashMap<String, String>();
        asked.put("name", name);
        asked.put("kind", kind);
        asked.put("scheme", scheme);
        asked.put("firstDay", firstDay);
        asked.put("lastDay", lastDay);
        asked.put("targetsDue", targetsDue);
        asked.put("checkInMonths", checkInMonths);
        asked.put("assessmentOpens", assessmentOpens);
        asked.put("feedbackCloses", feedbackCloses);
        asked.put("assessmentDue", assessmentDue);
        asked.put("calibrationDue", calibrationDue);
        asked.values().removeIf(Objects::isNull);
        return asked;
    }

    /** As typed; where a field was not sent, as it stands in the cycle. */
    CycleForm over(CycleForm cycle) {
        return new CycleForm(
                sent(name, cycle.name),
                sent(kind, cycle.kind),
                sent(scheme, cycle.scheme),
                sent(firstDay, cycle.firstDay),
                sent(lastDay, cycle.lastDay),
                sent(targetsDue, cycle.targetsDue),
                sent(checkInMonths, cycle.checkInMonths),
                sent(assessmentOpens, cycle.assessmentOpens),
                sent(feedbackCloses, cycle.feedbackCloses),
                sent(assessmentDue, cycle.assessmentDue),
                sent(calibrationDue, cycle.calibrationDue));
    }

    private static String sent(String typed, String otherwise) {
        return typed == null ? otherwise : typed;
    }

    /** Whether anything was sent at all. */
    boolean isSent() {
        return targetsDue != null;
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
            var day = text == null ? null : LocalDate.parse(text);
            return AgencyDays.isLikely(day) ? day : null;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
