package id.laras.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.TestTeam;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.people.AbsenceKind;
import id.laras.people.ActingKind;
import id.laras.people.AwayAndActing;
import id.laras.people.Employees;
import id.laras.security.Role;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Whoever is asked for an opinion serves on that day, in the unit of the person rated; two peers and two subordinates do here. */
@LarasTest
@Tag("database")
@Transactional
class RespondentsTests {

    private static final int LEAST = 3;

    @Autowired
    FeedbackService feedback;

    @Autowired
    AwayAndActing offices;

    @Autowired
    Employees employees;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    EntityManager entities;

    private static TestTeam team;
    private static TestTeam others;

    private EvaluationId id;

    /** Once: whatever a test changes goes with its transaction. */
    @BeforeAll
    static void open(@Autowired ApplicationContext application) {
        team = TestTeam.open(application, Scheme.QUADRANT);
        others = TestTeam.open(application, Scheme.QUADRANT);
    }

    @BeforeEach
    void ofStaff() {
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
        offices.leave(nip("sub1"), AbsenceKind.RETIRED, LocalDate.now(clock), null, team.actor("hr", Role.HR));
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
        database.sql("update evaluation set assessor = ? where id = ?")
                .params(others.account("officer"), id.value())
                .update();
        assertAsked("peer1", "peer2", "sub1", "sub2");
    }

    @Test
    void whoWorksInAnotherUnitIsNotAsked() {
        List.of("peer1", "sub1").forEach(person -> moves(person, elsewhere()));
        assertAsked();
    }

    @Test
    void aHeadIsRatedByThoseOfTheUnitsBelowToo() {
        var below = elsewhere();
        var unit = employees.findByAccount(team.account("staff")).orElseThrow().unitCode();
        database.sql("update unit set parent_code = ? where code = ?")
                .params(unit, below)
                .update();
        moves("sub1", below);
        assertAsked("peer1", "peer2", "sub1", "sub2");
    }

    @Test
    void whoHasMovedSinceTheOpeningIsRatedByWhomTheyWorkWithNow() {
        moves("staff", elsewhere());
        List.of("sub1", "sub2").forEach(person -> moves(person, elsewhere()));
        answersTo("staff", others.account("officer"));
        entities.clear();
        assertThat(feedback.invite(id))
                .contains(team.account("sub1"), team.account("sub2"))
                .doesNotContain(team.account("peer1"), team.account("peer2"))
                .hasSize(4);
    }

    @Test
    void whoseServiceBeginsLaterIsNotAsked() {
        var gone = LocalDate.now(clock).minusDays(1);
        List.of("peer1", "peer2").forEach(person -> ends(person, gone));
        var known = nip("peer1");
        var begins = LocalDate.now(clock).plusMonths(1);
        var nip = known.substring(0, 8)
                + "%d%02d".formatted(begins.getYear(), begins.getMonthValue())
                + known.substring(14);
        database.sql(
                        "insert into employee (nip, name, position, position_kind, unit_code, superior_nip, account, version)"
                                + " select ?, name, position, position_kind, unit_code, superior_nip, ?, 0 from employee where nip = ?")
                .params(nip, team.account("nanti"), known)
                .update();
        assertAsked();
        database.sql("update employee set ended_on = null where nip = ?")
                .param(known)
                .update();
        assertAsked("peer1", "sub1", "sub2");
    }

    /** The evaluation was left with the head before, who is away. */
    @Test
    void aColleagueWhoActsAsHeadTodayIsNoColleague() {
        var head = nip("officer");
        var day = LocalDate.now(clock);
        offices.appoint(head, nip("peer1"), ActingKind.PLH, day, day.plusDays(1), team.actor("hr", Role.HR));
        assertAsked("peer2", "sub1", "sub2");
    }

    @Test
    void whoDecidesOnAnObjectionIsNotAskedThoughTheyBeInTheUnit() {
        database.sql("update evaluation set superior = ? where id = ?")
                .params(team.account("sub1"), id.value())
                .update();
        assertAsked("peer1", "peer2", "sub2");
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

    private void moves(String person, String unit) {
        database.sql("update employee set unit_code = ? where account = ?")
                .params(unit, team.account(person))
                .update();
    }

    private void answersTo(String person, String superior) {
        database.sql("update employee set superior_nip = ? where account = ?")
                .params(employees.findByAccount(superior).orElseThrow().nip(), team.account(person))
                .update();
    }

    private String elsewhere() {
        return employees.findByAccount(others.account("staff")).orElseThrow().unitCode();
    }

    private void assertAsked(String... people) {
        // what was read before is not what the database has now
        entities.flush();
        entities.clear();
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
