package id.laras.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.TestTeam;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.people.AbsenceKind;
import id.laras.people.Employees;
import id.laras.people.ReportingLines;
import id.laras.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is asked for an opinion serves on that day, in the unit of the person rated; two peers and two subordinates do here. */
@LarasTest
@Tag("database")
class RespondentsTests {

    private static final int LEAST = 3;

    @Autowired
    ApplicationContext application;

    @Autowired
    FeedbackService feedback;

    @Autowired
    ReportingLines lines;

    @Autowired
    Employees employees;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private TestTeam team;
    private EvaluationId id;

    @BeforeEach
    void open() {
        team = TestTeam.open(application, Scheme.QUADRANT);
        id = team.id("staff");
    }

    @Test
    void whoseServiceHasEndedIsNotAsked() {
        ends("peer1", LocalDate.now(clock).minusYears(4));
        assertAsked("peer2", "sub1", "sub2");
    }

    @Test
    void theLastDayOfServiceCounts() {
        ends("peer1", LocalDate.now(clock));
        assertAsked("peer1", "peer2", "sub1", "sub2");
    }

    @Test
    void whoHasRetiredByAnEntryOfHrOrIsOnLeaveIsNotAsked() {
        lines.leave(nip("sub1"), AbsenceKind.RETIRED, LocalDate.now(clock), null, team.actor("hr", Role.HR));
        assertAsked("peer1", "peer2", "sub2");
    }

    @Test
    void whoCannotLogInIsNotAskedInVain() {
        database.sql("update account set closed = true where name = ?")
                .param(team.account("peer1"))
                .update();
        assertAsked("peer2", "sub1", "sub2");
    }

    @Test
    void underAnActingHeadTheColleaguesOfThatHeadsOwnUnitAreNotAsked() {
        var other = TestTeam.open(application, Scheme.QUADRANT);
        database.sql("update evaluation set supervisor = ? where id = ?")
                .params(other.account("officer"), id.value())
                .update();
        assertAsked("peer1", "peer2", "sub1", "sub2");
    }

    @Test
    void whoWorksInAnotherUnitIsNotAsked() {
        var elsewhere = employees
                .findByAccount(TestTeam.open(application, Scheme.QUADRANT).account("staff"))
                .orElseThrow()
                .unitCode();
        List.of("peer1", "sub1")
                .forEach(person -> database.sql("update employee set unit_code = ? where account = ?")
                        .params(elsewhere, team.account(person))
                        .update());
        assertAsked();
    }

    @Test
    void aHeadIsRatedByThoseOfTheUnitsBelowToo() {
        var below = employees
                .findByAccount(TestTeam.open(application, Scheme.QUADRANT).account("staff"))
                .orElseThrow()
                .unitCode();
        var unit = employees.findByAccount(team.account("staff")).orElseThrow().unitCode();
        database.sql("update unit set parent_code = ? where code = ?")
                .params(unit, below)
                .update();
        database.sql("update employee set unit_code = ? where account = ?")
                .params(below, team.account("sub1"))
                .update();
        assertAsked("peer1", "peer2", "sub1", "sub2");
    }

    @Test
    void whereTooFewServeNobodyIsAskedAndTheSummarySaysSo() {
        var gone = LocalDate.now(clock).minusDays(1);
        List.of("peer1", "sub1").forEach(person -> ends(person, gone));
        assertAsked();
        var told = feedback.summary(id);
        assertThat(told.invited()).isZero();
        assertThat(told.required()).isEqualTo(LEAST);
    }

    private void assertAsked(String... people) {
        assertThat(feedback.invite(id))
                .containsExactlyInAnyOrderElementsOf(
                        List.of(people).stream().map(team::account).toList());
    }

    private void ends(String person, LocalDate lastDay) {
        database.sql("update employee set ended_on = ? where account = ?")
                .params(lastDay, team.account(person))
                .update();
    }

    private String nip(String person) {
        return employees.findByAccount(team.account(person)).orElseThrow().nip();
    }
}
