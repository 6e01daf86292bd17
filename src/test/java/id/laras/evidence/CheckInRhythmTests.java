package id.laras.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rhythm of check-ins is the cycle's, never hard-coded (docs/law.md#cycle). */
class CheckInRhythmTests {

    private static final LocalDate JANUARY = LocalDate.parse("2026-01-01");
    private static final LocalDate NOVEMBER = LocalDate.parse("2026-11-01");

    @Test
    void quarterlyCheckInsEndBeforeTheAssessmentOpens() {
        assertThat(all(new CheckInRhythm(JANUARY, 3, NOVEMBER), JANUARY))
                .containsExactly("2026-04-01", "2026-07-01", "2026-10-01");
    }

    @Test
    void theDayOnWhichTheAssessmentOpensIsNoDayForACheckIn() {
        assertThat(all(new CheckInRhythm(JANUARY, 5, NOVEMBER), JANUARY)).containsExactly("2026-06-01");
    }

    @Test
    void aRhythmOf0MonthsMeansNone() {
        assertThat(all(new CheckInRhythm(JANUARY, 0, NOVEMBER), JANUARY)).isEmpty();
    }

    @Test
    void monthsOfDifferentLengthDoNotShiftTheRhythm() {
        var lastOfJanuary = LocalDate.parse("2026-01-31");
        assertThat(all(new CheckInRhythm(lastOfJanuary, 1, LocalDate.parse("2026-05-01")), lastOfJanuary))
                .containsExactly("2026-02-28", "2026-03-31", "2026-04-30");
    }

    @Test
    void whatWasMissedIsNotMadeUpFor() {
        assertThat(all(new CheckInRhythm(JANUARY, 1, NOVEMBER), LocalDate.parse("2026-08-02")))
                .containsExactly("2026-09-01", "2026-10-01");
    }

    @Test
    void aCheckInMayBeDueToday() {
        assertThat(new CheckInRhythm(JANUARY, 3, NOVEMBER).next(null, LocalDate.parse("2026-04-01")))
                .contains(LocalDate.parse("2026-04-01"));
    }

    @Test
    void theSameDayIsNeverPlannedTwice() {
        var april = LocalDate.parse("2026-04-01");
        assertThat(new CheckInRhythm(JANUARY, 3, NOVEMBER).next(april, april)).contains(LocalDate.parse("2026-07-01"));
    }

    private static List<String> all(CheckInRhythm rhythm, LocalDate today) {
        var all = new ArrayList<String>();
        LocalDate last = null;
        for (var next = rhythm.next(last, today); next.isPresent(); next = rhythm.next(last, today)) {
            last = next.get();
            all.add(last.toString());
        }
        return all;
    }
}
