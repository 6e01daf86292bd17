package id.laras.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.rules.Refusal.Problem;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewCycleTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    @Test
    void aCalendarYearIsFine() {
        assertThat(problems(cycle("SKP 2026", 0, 364, 30, 3, 334, 347, 364, 379)))
                .isEmpty();
    }

    @Test
    void theNameIsNeeded() {
        assertThat(problems(cycle("  ", 0, 364, 30, 3, 334, 347, 364, 379))).containsExactly("cycle.name.missing");
        assertThat(problems(cycle("x".repeat(121), 0, 364, 30, 3, 334, 347, 364, 379)))
                .containsExactly("cycle.name.tooLong");
    }

    @Test
    void everyDateTheKindAndTheSchemeAreNeeded() {
        assertThat(problems(new NewCycle("SKP", null, null, null, null, null, 3, null, null, null, null)))
                .containsExactlyInAnyOrder(
                        "cycle.kind.missing",
                        "cycle.scheme.missing",
                        "cycle.firstDay.missing",
                        "cycle.lastDay.missing",
                        "cycle.targetsDue.missing",
                        "cycle.assessmentOpens.missing",
                        "cycle.feedbackCloses.missing",
                        "cycle.assessmentDue.missing",
                        "cycle.calibrationDue.missing");
    }

    @Test
    void theDatesFollowEachOther() {
        assertThat(problems(cycle("SKP", 10, 10, 10, 3, 20, 20, 20, 20))).containsExactly("cycle.lastDay.order");
        assertThat(problems(cycle("SKP", 10, 50, 9, 3, 20, 20, 20, 20))).containsExactly("cycle.targetsDue.order");
        assertThat(problems(cycle("SKP", 10, 50, 51, 3, 52, 52, 52, 52))).containsExactly("cycle.targetsDue.order");
        assertThat(problems(cycle("SKP", 10, 50, 20, 3, 20, 20, 20, 20)))
                .containsExactly("cycle.assessmentOpens.order");
        assertThat(problems(cycle("SKP", 10, 50, 20, 3, 30, 29, 30, 30))).containsExactly("cycle.feedbackCloses.order");
        assertThat(problems(cycle("SKP", 10, 50, 20, 3, 30, 31, 30, 31))).containsExactly("cycle.assessmentDue.order");
        assertThat(problems(cycle("SKP", 10, 50, 20, 3, 30, 31, 32, 31))).containsExactly("cycle.calibrationDue.order");
    }

    @Test
    void checkInsAreNoneToTwelveMonthsApart() {
        assertThat(problems(cycle("SKP", 0, 364, 30, 0, 334, 347, 364, 379))).isEmpty();
        assertThat(problems(cycle("SKP", 0, 364, 30, 12, 334, 347, 364, 379))).isEmpty();
        assertThat(problems(cycle("SKP", 0, 364, 30, 13, 334, 347, 364, 379)))
                .containsExactly("cycle.checkInMonths.range");
        assertThat(problems(cycle("SKP", 0, 364, 30, -1, 334, 347, 364, 379)))
                .containsExactly("cycle.checkInMonths.range");
    }

    /** Dates as days after New Year. */
    private static NewCycle cycle(
            String name,
            int first,
            int last,
            int targets,
            int months,
            int opens,
            int feedback,
            int due,
            int calibrated) {
        return new NewCycle(
                name,
                Scheme.QUADRANT,
                NEW_YEAR.plusDays(first),
                NEW_YEAR.plusDays(last),
                NEW_YEAR.plusDays(targets),
                months,
                NEW_YEAR.plusDays(opens),
                NEW_YEAR.plusDays(feedback),
                NEW_YEAR.plusDays(due),
                NEW_YEAR.plusDays(calibrated));
    }

    private static List<String> problems(NewCycle cycle) {
        return cycle.problems().stream().map(Problem::key).toList();
    }
}
