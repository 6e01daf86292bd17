package id.laras.cycle;

import id.laras.rules.Refusal.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The wish to create a cycle. All dates are in the agency's zone and inclusive.
 *
 * @param checkInMonths months between check-ins, 0 (none) to 12
 */
public record NewCycle(
        String name,
        CycleKind kind,
        Scheme scheme,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate targetsDue,
        int checkInMonths,
        LocalDate assessmentOpens,
        LocalDate feedbackCloses,
        LocalDate assessmentDue,
        LocalDate calibrationDue) {

    static final int NAME_LENGTH = 120;

    public NewCycle {
        name = name == null ? "" : name.strip();
    }

    /** An annual cycle. */
    public NewCycle(
            String name,
            Scheme scheme,
            LocalDate firstDay,
            LocalDate lastDay,
            LocalDate targetsDue,
            int checkInMonths,
            LocalDate assessmentOpens,
            LocalDate feedbackCloses,
            LocalDate assessmentDue,
            LocalDate calibrationDue) {
        this(
                name,
                CycleKind.ANNUAL,
                scheme,
                firstDay,
                lastDay,
                targetsDue,
                checkInMonths,
                assessmentOpens,
                feedbackCloses,
                assessmentDue,
                calibrationDue);
    }

    /** The days on which something ends or begins, by field, in their order. */
    Map<String, LocalDate> deadlines() {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        days.put("lastDay", lastDay);
        days.put("targetsDue", targetsDue);
        days.put("assessmentOpens", assessmentOpens);
        days.put("feedbackCloses", feedbackCloses);
        days.put("assessmentDue", assessmentDue);
        days.put("calibrationDue", calibrationDue);
        return days;
    }

    /** Every rule that the wish breaks by itself; empty when it can be created. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (name.isEmpty()) {
            problems.add(new Problem("cycle.name.missing"));
        } else if (name.length() > NAME_LENGTH) {
            problems.add(new Problem("cycle.name.tooLong", NAME_LENGTH));
        }
        if (kind == null) {
            problems.add(new Problem("cycle.kind.missing"));
        }
        if (scheme == null) {
            problems.add(new Problem("cycle.scheme.missing"));
        }
        if (checkInMonths < 0 || checkInMonths > 12) {
            problems.add(new Problem("cycle.checkInMonths.range"));
        }
        checkGiven(problems, "firstDay", firstDay);
        deadlines().forEach((field, day) -> checkGiven(problems, field, day));
        if (firstDay != null && deadlines().values().stream().allMatch(Objects::nonNull)) {
            checkOrder(problems);
        }
        return problems;
    }

    private static void checkGiven(List<Problem> problems, String field, LocalDate date) {
        if (date == null) {
            problems.add(new Problem("cycle." + field + ".missing"));
        }
    }

    private void checkOrder(List<Problem> problems) {
        if (!firstDay.isBefore(lastDay)) {
            problems.add(new Problem("cycle.lastDay.order"));
        }
        if (targetsDue.isBefore(firstDay) || targetsDue.isAfter(lastDay)) {
            problems.add(new Problem("cycle.targetsDue.order"));
        }
        if (!assessmentOpens.isAfter(targetsDue)) {
            problems.add(new Problem("cycle.assessmentOpens.order"));
        }
        if (feedbackCloses.isBefore(assessmentOpens)) {
            problems.add(new Problem("cycle.feedbackCloses.order"));
        }
        if (assessmentDue.isBefore(feedbackCloses)) {
            problems.add(new Problem("cycle.assessmentDue.order"));
        }
        if (calibrationDue.isBefore(assessmentDue)) {
            problems.add(new Problem("cycle.calibrationDue.order"));
        }
    }
}
