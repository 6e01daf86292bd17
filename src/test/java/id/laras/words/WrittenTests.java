package id.laras.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Readers find days, times and numbers as they write them. */
class WrittenTests {

    private static final Written INDONESIAN = new Written(Locale.forLanguageTag("id"));
    private static final Written ENGLISH = new Written(Locale.ENGLISH);
    private static final ZonedDateTime AFTERNOON =
            ZonedDateTime.of(2026, 12, 3, 14, 5, 9, 0, ZoneId.of("Asia/Jakarta"));

    @Test
    void aDayNamesItsMonth() {
        assertThat(INDONESIAN.day(LocalDate.of(2026, 12, 3))).isEqualTo("3 Des 2026");
        assertThat(ENGLISH.day(AFTERNOON)).isEqualTo("3 Dec 2026");
        assertThat(ENGLISH.day(null)).isEmpty();
    }

    /** A reader in another zone would take it for a time of their own. */
    @Test
    void aTimeOfDayNamesItsZone() {
        assertThat(INDONESIAN.time(AFTERNOON)).isEqualTo("3 Des 2026 14.05 WIB");
        assertThat(INDONESIAN.hour(AFTERNOON)).isEqualTo("14.05 WIB");
        assertThat(ENGLISH.second(AFTERNOON)).isEqualTo("3 Dec 2026 14:05:09 WIB");
        assertThat(INDONESIAN.sortable(AFTERNOON)).isEqualTo("2026-12-03 14:05:09 WIB");
    }

    @Test
    void aNumberHasThePlacesThatItNeeds() {
        assertThat(INDONESIAN.number(new BigDecimal("1234.50"))).isEqualTo("1.234,5");
        assertThat(ENGLISH.number(new BigDecimal("1234.50"))).isEqualTo("1,234.5");
        assertThat(INDONESIAN.exact(new BigDecimal("1234.50"))).isEqualTo("1.234,50");
        assertThat(INDONESIAN.score(new BigDecimal("98.5"))).isEqualTo("98,50");
        assertThat(INDONESIAN.number(null)).isEqualTo("–");
    }
}
