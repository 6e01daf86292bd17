package id.laras.succession;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MeasureTests {

    @Test
    void daysCountBothEndsAndAMonthThatHasBegunCounts() {
        assertThat(Measure.DAYS.length(day(1, 1), day(12, 31))).isEqualTo(365);
        assertThat(Measure.DAYS.length(day(1, 1), day(1, 1))).isEqualTo(1);
        assertThat(Measure.DAYS.length(LocalDate.of(2028, 1, 1), LocalDate.of(2028, 12, 31)))
                .isEqualTo(366);
        assertThat(Measure.MONTHS.length(day(1, 31), day(3, 1))).isEqualTo(3);
        assertThat(Measure.MONTHS.length(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 31)))
                .isEqualTo(2);
        assertThat(Measure.NONE.length(day(1, 1), day(3, 1))).isEqualTo(1);
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
