package id.laras.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.intake.PeopleImport;
import id.laras.people.LineHistory.PastLine;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

@LarasTest
@Tag("database")
class ReportingLinesTests {

    @Autowired
    PeopleImport people;

    @Autowired
    ReportingLines lines;

    @Autowired
    LineHistory history;

    @Autowired
    AwayAndActing offices;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private static final Actor HR = new Actor("sdm", Set.of(Role.HR));

    private final PeopleFixture fixture = new PeopleFixture();
    private LocalDate imported;
    private LocalDate today;

    /** Imported three days ago; officer is the superior of staff, head that of officer. */
    @BeforeEach
    void begin() {
        imported = LocalDate.now(clock).minusDays(3);
        ClockUtil.offset(-3L * 24 * 60 * 60 * 1000);
        people.run(fixture.units(), fixture.employees(), "sdm");
        ClockUtil.reset();
        today = LocalDate.now(clock);
    }

    @AfterEach
    void reset() {
        ClockUtil.reset();
    }

    @Test
    void theImportBeginsALineOnItsDay() {
        assertThat(superior(imported)).contains(fixture.nip(1));
        assertThat(superior(imported.minusDays(1))).isEmpty();
    }

    @Test
    void anotherSuperiorEndsTheLineTodayAndBeginsANewOne() {
        staffAnswersTo(fixture.nip(0));

        assertThat(superior(today.minusDays(1))).contains(fixture.nip(1));
        assertThat(superior(today)).contains(fixture.nip(0));
        assertThat(history.of(fixture.nip(2)))
                .containsExactly(
                        new PastLine(fixture.nip(1), "Hendra Wijaya (" + fixture.nip(1) + ")", imported, today),
                        new PastLine(fixture.nip(0), "Sri Wahyuni (" + fixture.nip(0) + ")", today, null));
    }

    @Test
    void twoChangesOnOneDayAreBothKeptAndTheLastOneHolds() {
        staffAnswersTo(fixture.nip(0));
        staffAnswersTo(fixture.nip(3));

        assertThat(superior(today)).contains(fixture.nip(3));
        assertThat(history.of(fixture.nip(2))).hasSize(3);
    }

    @Test
    void importingTwiceBeginsNoSecondLine() {
        people.run(fixture.units(), fixture.employees(), "sdm");

        assertThat(history.of(fixture.nip(2))).hasSize(1);
    }

    @Test
    void aSuperiorWhoLeftIsReplacedByWhoActsElseByTheNext() {
        offices.leave(fixture.nip(1), AbsenceKind.RETIRED, today, null, HR);
        assertThat(superior(today.minusDays(1))).contains(fixture.nip(1));
        assertThat(superior(today)).contains(fixture.nip(0));

        offices.appoint(fixture.nip(1), fixture.nip(3), ActingKind.PLT, today, today.plusDays(30), HR);
        assertThat(superior(today)).contains(fixture.nip(3));
        assertThat(superior(today.plusDays(29))).contains(fixture.nip(3));
        assertThat(superior(today.plusDays(30))).contains(fixture.nip(0));
    }

    @Test
    void whoActsForAUnitOrAPositionCountsOnTheDaysOfTheAppointment() {
        // Of the whole fixture one unit: head leads it, officer is its only head of division.
        database.sql("insert into job_position (code, name, kind, version) values (?, ?, 'JA', 0)")
                .params("POS" + fixture.unit(), "Kepala Bidang " + fixture.unit())
                .update();
        database.sql("update employee set position = ? where nip = ?")
                .params("Kepala Bidang " + fixture.unit(), fixture.nip(1))
                .update();
        appointment("POSITION", "POS" + fixture.unit(), fixture.nip(3), today.plusDays(5), today.plusDays(9));
        appointment("UNIT", fixture.unit(), fixture.nip(1), today.plusDays(20), null);

        assertThat(superior(today.plusDays(4))).contains(fixture.nip(1));
        assertThat(superior(today.plusDays(5))).contains(fixture.nip(3));
        assertThat(superior(today.plusDays(9))).contains(fixture.nip(3));
        assertThat(superior(today.plusDays(10))).contains(fixture.nip(1));
        assertThat(lines.on(today.plusDays(19)).superiors(fixture.nip(2)))
                .containsExactly(fixture.nip(1), fixture.nip(0));
        assertThat(lines.on(today.plusDays(20)).superiors(fixture.nip(2))).containsExactly(fixture.nip(1));
        assertThat(offices.acting(HR, Pageable.unpaged()))
                .extracting(AwayAndActing.Acting::official)
                .contains("Unit " + fixture.unit().substring(4), "Kepala Bidang " + fixture.unit());
    }

    private void appointment(String kind, String place, String acting, LocalDate first, LocalDate last) {
        database.sql("insert into official_acting (kind, last_day, place_kind, place, acting_nip, first_day, version)"
                        + " values ('PLT', ?, ?, ?, ?, ?, 0)")
                .params(last, kind, place, acting, first)
                .update();
    }

    @Test
    void whoIsOnLeaveIsTheSuperiorAgainWhenTheyAreBack() {
        offices.leave(fixture.nip(1), AbsenceKind.LONG_LEAVE, today, today.plusDays(10), HR);

        assertThat(superior(today.plusDays(9))).contains(fixture.nip(0));
        assertThat(superior(today.plusDays(10))).contains(fixture.nip(1));
    }

    @Test
    void twoPeopleNeverActForOneAtTheSameTime() {
        offices.appoint(fixture.nip(1), fixture.nip(3), ActingKind.PLH, today, today.plusDays(5), HR);

        assertThatThrownBy(() -> offices.appoint(
                        fixture.nip(1), fixture.nip(0), ActingKind.PLH, today.plusDays(4), today.plusDays(9), HR))
                .isInstanceOf(Refusal.class)
                .hasMessage("people.lines.acting.taken");
        offices.appoint(fixture.nip(1), fixture.nip(0), ActingKind.PLH, today.plusDays(5), today.plusDays(9), HR);
    }

    @Test
    void nobodyActsForThemselves() {
        assertThatThrownBy(() ->
                        offices.appoint(fixture.nip(1), fixture.nip(1), ActingKind.PLH, today, today.plusDays(5), HR))
                .hasMessage("people.lines.oneself");
        var self = new Actor(fixture.account("officer"), Set.of(Role.HR));
        assertThatThrownBy(() ->
                        offices.appoint(fixture.nip(0), fixture.nip(1), ActingKind.PLH, today, today.plusDays(5), self))
                .hasMessage("people.lines.appointOneself");
    }

    @Test
    void onlyALeaveHasAnEnd() {
        assertThatThrownBy(() -> offices.leave(fixture.nip(1), AbsenceKind.LONG_LEAVE, today, null, HR))
                .hasMessage("people.lines.leave.endless");
        assertThatThrownBy(() -> offices.leave(fixture.nip(1), AbsenceKind.DIED, today, today.plusDays(3), HR))
                .hasMessage("people.lines.leave.ends");
    }

    private Optional<String> superior(LocalDate day) {
        return lines.superiorOn(fixture.nip(2), day).map(Employee::nip);
    }

    private void staffAnswersTo(String nip) {
        var text = new String(fixture.employees().content(), StandardCharsets.UTF_8)
                .lines()
                .map(row -> row.contains("Budi") ? row.replaceAll("," + "[0-9]{18},", "," + nip + ",") : row)
                .reduce("", (all, row) -> all + row + "\n");
        assertThat(people.run(null, PeopleFixture.file("employees.csv", text), "sdm")
                        .errors())
                .isEmpty();
    }
}
