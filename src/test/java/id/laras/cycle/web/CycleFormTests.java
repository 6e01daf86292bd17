package id.laras.cycle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CycleFormTests {

    @Test
    void whatIsSuggestedMakesNobodyLate() {
        assertThat(CycleForm.suggestion(LocalDate.of(2026, 1, 31)).targetsDue()).isEqualTo("2026-01-31");
        assertThat(CycleForm.suggestion(LocalDate.of(2026, 2, 1)).targetsDue()).isEqualTo("2027-01-31");
        assertThat(CycleForm.suggestion(LocalDate.of(2026, 11, 30)).firstDay()).isEqualTo("2027-01-01");
    }
}
