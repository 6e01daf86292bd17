package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text of a model means, in three zones of agencies and whatever the server's own zone is. */
class WholeDaysTests {

    @ParameterizedTest(name = "{1} from {0} in {2}: due {3}, over {4}")
    @CsvSource({
        "2026-01-04T17:05:20Z, P14D, Asia/Jakarta,  2026-01-19T23:59:59+07:00, 2026-01-20T00:00:00+07:00",
        "2026-01-04T16:59:59Z, P14D, Asia/Jakarta,  2026-01-18T23:59:59+07:00, 2026-01-19T00:00:00+07:00",
        "2026-01-04T16:05:20Z, P14D, Asia/Makassar, 2026-01-19T23:59:59+08:00, 2026-01-20T00:00:00+08:00",
        "2026-01-05T15:59:59Z, P3D,  Asia/Makassar, 2026-01-08T23:59:59+08:00, 2026-01-09T00:00:00+08:00",
        "2026-01-04T15:00:00Z, P1D,  Asia/Jayapura, 2026-01-06T23:59:59+09:00, 2026-01-07T00:00:00+09:00",
        "2026-01-05T05:00:00Z, P0D,  Asia/Jayapura, 2026-01-05T23:59:59+09:00, 2026-01-06T00:00:00+09:00",
        // of older deployments, whose models still run
        "2026-01-05T05:00:00Z, P30D, Asia/Jakarta,  2026-02-04T23:59:59+07:00, 2026-02-05T00:00:00+07:00",
        "2026-01-05T05:00:00Z, P2W,  Asia/Jakarta,  2026-01-19T23:59:59+07:00, 2026-01-20T00:00:00+07:00",
        // days by name
        "2026-01-05T05:00:00Z, 2026-12-10T23:59:59+07:00, Asia/Jakarta, 2026-12-10T23:59:59+07:00, 2026-12-11T00:00:00+07:00",
        "2026-01-05T05:00:00Z, 2026-12-01T00:00:00+07:00, Asia/Jakarta, 2026-12-01T00:00:00+07:00, 2026-12-01T00:00:00+07:00",
        "2026-01-05T05:00:00Z, 2026-12-10T23:59:59, Asia/Jayapura, 2026-12-10T23:59:59+09:00, 2026-12-11T00:00:00+09:00"
    })
    void aPeriodEndsWithTheLastSecondOfItsLastDay(
            Instant now, String text, ZoneId zone, OffsetDateTime due, OffsetDateTime over) {
        var before = TimeZone.getDefault();
        try {
            for (var server : new String[] {"UTC", "America/Los_Angeles", "Asia/Jayapura"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(server));
                var days = new WholeDays(Clock.fixed(now, zone));
                assertThat(days.due(text)).as(server).isEqualTo(date(due));
                assertThat(days.timer(text)).as(server).isEqualTo(date(over));
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"Asia/Jakarta, +07:00", "Asia/Makassar, +08:00", "Asia/Jayapura, +09:00"})
    void aDayIsGivenToTheModelsWithTheAgencysOffset(ZoneId zone, String offset) {
        var days = new WholeDays(Clock.fixed(Instant.EPOCH, zone));
        assertThat(days.beginOf(LocalDate.of(2026, 12, 1))).isEqualTo("2026-12-01T00:00:00" + offset);
        assertThat(days.endOf(LocalDate.of(2026, 12, 1))).isEqualTo("2026-12-01T23:59:59" + offset);
    }

    @Test
    void theEngineAsksForTasksAndTimersAlike() {
        var now = Instant.parse("2026-01-05T05:00:00Z");
        var days = new WholeDays(Clock.fixed(now, ZoneId.of("Asia/Jakarta")));
        for (var name : new String[] {DueDateBusinessCalendar.NAME, DurationBusinessCalendar.NAME}) {
            var calendar = days.calendars().getBusinessCalendar(name);
            assertThat(calendar.resolveDuedate("P7D", new TaskEntity())).isEqualTo(days.due("P7D"));
            assertThat(calendar.resolveDuedate("P7D")).isEqualTo(days.timer("P7D"));
            assertThat(calendar.resolveDuedate("P7D", Date.from(now.minusSeconds(86_400))))
                    .as("counted from when the timer was made")
                    .isEqualTo(days.timer("P6D"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P1DT2H", "P", "besok", "", "R3/P1D"})
    void whatIsNoDayIsRefused(String text) {
        var days = new WholeDays(Clock.systemUTC());
        assertThatThrownBy(() -> days.timer(text)).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> days.due(text)).isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @CsvSource({"23:59:58.999, false", "23:59:59, false", "23:59:59.999, false", "00:00:00, true"})
    void theLastSecondItselfStillCounts(String time, boolean over) {
        var day = LocalDate.of(2026, 1, over ? 20 : 19);
        var now = OffsetDateTime.parse(day + "T" + time + "+09:00").toInstant();
        var days = new WholeDays(Clock.fixed(now, ZoneId.of("Asia/Jayapura")));
        assertThat(days.isOver(date(OffsetDateTime.parse("2026-01-19T23:59:59+09:00"))))
                .isEqualTo(over);
    }

    private static Date date(OffsetDateTime moment) {
        return Date.from(moment.toInstant());
    }
}
