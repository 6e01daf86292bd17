package id.laras.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The days of an evaluation for a part of 2026: targets by 31 January, assessment 1 to 31 December. */
class ScheduleTests {

    private static final Cycle YEAR = new Cycle(new NewCycle(
            "2026",
            Scheme.NUMERIC,
            day(1, 1),
            day(12, 31),
            day(1, 31),
            3,
            day(12, 1),
            day(12, 14),
            day(12, 31),
            LocalDate.of(2027, 1, 15)));

    @Test
    void theAssessmentOpensAsLongBeforeTheLastDayAndLastsAsLong() {
        var days = Schedule.of(YEAR, day(1, 1), day(8, 31), day(3, 1));

        assertThat(days.assessmentOpens()).isEqualTo(day(8, 1));
        assertThat(days.feedbackCloses()).isEqualTo(day(8, 14));
        assertThat(days.assessmentDue()).isEqualTo(day(8, 31));
        assertThat(days.targetsDue()).isEqualTo(day(1, 31));
    }

    @Test
    void whatWouldHaveOpenedAlreadyOpensTodayAndStillLastsAsLong() {
        var days = Schedule.of(YEAR, day(1, 1), day(3, 10), day(3, 1));

        assertThat(days.assessmentOpens()).isEqualTo(day(3, 1));
        assertThat(days.feedbackCloses()).isEqualTo(day(3, 14));
        assertThat(days.assessmentDue()).isEqualTo(day(3, 31));
    }

    @Test
    void nothingOfAnAssessmentThatIsOpenIsPutOff() {
        var days = Schedule.of(YEAR, day(1, 1), day(12, 5), day(12, 8));

        assertThat(days.assessmentOpens()).isEqualTo(day(12, 1));
        assertThat(days.assessmentDue()).isEqualTo(day(12, 31));
    }

    @Test
    void whoBeginsLaterHasAsLongToSetTargetsButNotBeyondTheAssessment() {
        assertThat(Schedule.of(YEAR, day(4, 1), day(12, 31), day(4, 1)).targetsDue())
                .isEqualTo(day(5, 1));
        assertThat(Schedule.of(YEAR, day(4, 1), day(5, 15), day(4, 1)).targetsDue())
                .isEqualTo(day(4, 15));
    }

    @Test
    void theWholeCycleIsTheCycles() {
        assertThat(Schedule.of(YEAR, day(1, 1), day(12, 31), day(3, 1))).isEqualTo(Schedule.of(YEAR));
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
