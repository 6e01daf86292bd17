package id.laras.cycle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleFormTests {

    @Test
    void whatIsSuggestedMakesNobodyLate() {
        assertThat(CycleForm.suggestion(LocalDate.of(2026, 1, 31)).targetsDue()).isEqualTo("2026-01-31");
        assertThat(CycleForm.suggestion(LocalDate.of(2026, 2, 1)).targetsDue()).isEqualTo("2027-01-31");
        assertThat(CycleForm.suggestion(LocalDate.of(2026, 11, 30)).firstDay()).isEqualTo("2027-01-01");
    }

    @Test
    void aYearThatNoDatabaseKeepsIsNoDayAndStaysAsTyped() {
        for (var odd : List.of("+99999-01-01", "-0001-01-01", "0026-12-31", "9999-12-31", "2026-02-30")) {
            var form = new CycleForm("", "", "", odd, odd, odd, "3", odd, odd, odd, odd);
            assertThat(form.wish().firstDay()).as(odd).isNull();
            assertThat(form.wish().calibrationDue()).as(odd).isNull();
            assertThat(form.firstDay()).isEqualTo(odd);
        }
    }
}
