package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.lifecycle.Town;
import id.laras.rules.Refusal;
import id.laras.security.FourEyes.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One administrator is not everybody: what gives power needs a second person, and every way around it is shut. */
@LarasTest
@ExtendWith(OutputCaptureExtension.class)
@Tag("database")
class FourEyesTests {

    private static final String NOT_YOU = "security.change.notYou";

    /** Whom the configuration of the tests vouches for. */
    private static final String WITNESS = "ujisaksi";

    @Autowired
    FourEyes fourEyes;

    @Autowired
    AccountService accounts;

    @Autowired
    AccountDirectory directory;

    @Autowired
    TestPeople people;

    @Autowired
    Town towns;

    @Autowired
    JdbcClient database;

    @Autowired
    SecondPersonAtStart atStart;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private final List<String> shutOut = new ArrayList<>();
    private final List<String> mine = new ArrayList<>();

    Actor first;
    Actor second;
    Actor hr;
    String somebody;

    @BeforeEach
    void arrive() {
        first = person(Role.ADMIN);
        second = person(Role.ADMIN);
        hr = person(Role.HR);
        somebody = person().account();
    }

    @AfterEach
    void leave() {
        database.sql("update privileged_change set state = 'UNDONE' where state in ('WAITING', 'STANDING', 'WITHDRAWN')"
                        + " and (asked_by in (:mine) or account in (:mine))")
                .param("mine", mine)
                .update();
        if (!shutOut.isEmpty()) {
            database.sql("update account set closed = false where name in (:names)")
                    .param("names", shutOut)
                    .update();
        }
        database.sql("delete from account_role where role <> 'STAFF' and account_name in (:mine)")
                .param("mine", mine)
                .update();
    }

    // Two administrators

    @Test
    void aRoleWaitsUntilAnotherAdministratorConfirmsIt() {
        assertThat(give(somebody, first, Role.HR)).isEqualTo(Outcome.WAITING);
        assertThat(directory.roles(somebody)).containsExactly(Role.STAFF);
        var change = onlyChange();

        refused(() -> fourEyes.confirm(change, first), NOT_YOU);
        refused(() -> fourEyes.confirm(change, hr), NOT_YOU);
        refused(() -> fourEyes.refuse(change, hr), NOT_YOU);
        refused(() -> fourEyes.confirm(change, new Actor(somebody, Set.of(Role.ADMIN))), NOT_YOU);
        assertThat(directory.roles(somebody)).containsExactly(Role.STAFF);

        fourEyes.confirm(change, second);
        assertThat(directory.roles(somebody)).contains(Role.HR);
        refused(() -> fourEyes.confirm(change, second), "security.change.decided");
        refused(() -> fourEyes.refuse(change, first), "security.change.decided");
        assertThat(deedsOf(first)).containsExactly("account.asked", "account.roles");
        assertThat(deedsOf(second)).containsExactly("account.confirmed");
    }

    @Test
    void everyRoleWaitsAndSoDoesAnythingForOneself() {
        for (var role : List.of(Role.HR, Role.UNIT_HR, Role.PERFORMANCE_TEAM, Role.AUDITOR, Role.ADMIN)) {
            var person = person().account();
            accounts.grant(person, Role.STAFF);
            database.sql("insert into account_unit (account_name, unit_code) values (?, 'X')")
                    .param(person)
                    .update();
            if (role != Role.UNIT_HR) {
                assertThat(give(person, first, role)).as(role.name()).isEqualTo(Outcome.WAITING);
                assertThat(directory.roles(person)).containsExactly(Role.STAFF);
            }
        }
        assertThat(fourEyes.setRoles(first.account(), Set.of(Role.ADMIN, Role.HR), Set.of(), first)
                        .outcome())
                .isEqualTo(Outcome.WAITING);
        assertThat(directory.roles(first.account())).doesNotContain(Role.HR);
    }

    /** MariaDB takes a name with spaces behind it for that name; whoever decides whether somebody is doubtful does not. */
    @Test
    void anAccountIsMeantByItsNameAloneAndByNoOtherSpelling() {
        alone(first);
        var unknown = "security.account.unknown";
        for (var name : List.of(somebody + " ", somebody + "   ")) {
            refused(() -> give(name, first, Role.HR), unknown);
            refused(() -> fourEyes.makeCode(name, first), unknown);
            refused(() -> fourEyes.close(name, first), unknown);
            refused(() -> fourEyes.open(name, first), unknown);
        }
        refused(() -> fourEyes.makeCode(first.account() + " ", first), unknown);
        HttpPerson.loggedIn(port, first.account()).form("/admin/accounts/" + somebody + "%20/roles", "roles=HR");
        assertThat(directory.roles(somebody)).containsExactly(Role.STAFF);
    }

    @Test
    void whatOneReceivesOneselfOneDoesNotConfirm() {
        give(second.account(), first, Role.ADMIN, Role.HR);
        var change = onlyChange();
        refused(() -> fourEyes.confirm(change, second), NOT_YOU);
        fourEyes.confirm(change, person(Role.ADMIN));
        assertThat(directory.roles(second.account())).contains(Role.HR);
    }

    @Test
    void whoAskedOrAnotherAdministratorRefusesAndNothingHasHappened() {
        give(somebody, first, Role.HR);
        fourEyes.refuse(onlyChange(), first);
        give(somebody, first, Role.AUDITOR);
        fourEyes.refuse(onlyChange(), second);
        assertThat(directory.roles(somebody)).containsExactly(Role.STAFF);
        assertThat(deedsOf(second)).containsExactly("account.refused");
    }

    @Test
    void aRequestOfSomebodyWhoIsNoAdministratorAnyMoreIsNotConfirmed() {
        give(somebody, first, Role.HR);
        var change = onlyChange();
        database.sql("update account set closed = true where name = ?")
                .param(first.account())
                .update();
        refused(() -> fourEyes.confirm(change, second), "security.change.askerGone");
    }

    @Test
    void theWayToActAloneIsNotToCloseTheOthersNorToTakeTheirRole() {
        alone(first, second);
        fourEyes.close(second.account(), first);
        assertThat(give(somebody, first, Role.HR)).isEqualTo(Outcome.WAITING);
        assertThat(give(person().account(), first, Role.ADMIN)).isEqualTo(Outcome.WAITING);

        fourEyes.open(second.account(), first);
        fourEyes.setRoles(second.account(), Set.of(), Set.of(), first);
        assertThat(give(person().account(), first, Role.AUDITOR)).isEqualTo(Outcome.WAITING);
        refused(() -> fourEyes.confirm(change("TAKE"), first), NOT_YOU);

        fourEyes.confirm(change("TAKE"), hr);
        assertThat(give(person().account(), first, Role.AUDITOR))
                .as("somebody else has looked: there is only one now")
                .isEqualTo(Outcome.STANDING);
    }

    @Test
    void aClosedAdministratorIsBackWhenHrUndoesTheClosing() {
        alone(first, second);
        fourEyes.close(second.account(), first);
        fourEyes.refuse(change("CLOSE"), hr);
        assertThat(give(somebody, second, Role.HR)).isEqualTo(Outcome.WAITING);
    }

    @Test
    void aClosedAccountWithARoleOpensOnlyByASecondPerson() {
        var gone = person(Role.AUDITOR);
        database.sql("update account set closed = true where name = ?")
                .param(gone.account())
                .update();
        assertThat(fourEyes.open(gone.account(), first).outcome()).isEqualTo(Outcome.WAITING);
        assertThatThrownBy(() -> HttpPerson.loggedIn(port, gone.account())).hasMessageContaining("cannot log in");
        fourEyes.confirm(onlyChange(), second);
        HttpPerson.loggedIn(port, gone.account());
    }

    @Test
    void theOtherAdministratorsPasswordIsNotReplacedToLogInAsThem() {
        alone(first, second);
        var answer = fourEyes.makeCode(second.account(), first);
        assertThat(answer.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(answer.code()).isEmpty();
        refused(() -> fourEyes.confirm(onlyChange(), first), NOT_YOU);
        refused(() -> fourEyes.confirm(onlyChange(), second), NOT_YOU);

        var code = fourEyes.confirm(onlyChange(), hr).code().orElseThrow();
        assertThat(code.account())
                .as("with nobody else left, HR is the second person and hands the code over")
                .isEqualTo(second.account());
    }

    @Test
    void aCodeForWhoDecidesAboutOthersWaitsAndForStaffItDoesNot() {
        var auditor = person(Role.AUDITOR).account();
        assertThat(fourEyes.makeCode(auditor, first).outcome()).isEqualTo(Outcome.WAITING);
        assertThat(fourEyes.makeCode(somebody, first).code()).isPresent();
        refused(() -> fourEyes.makeCode(first.account(), first), "security.code.own");
    }

    /** Between two cycles nobody judges; whoever knows a head's password then judges in the next. */
    @Test
    void aSuperiorByTheLinesGetsTheFirstCodeByOneAndTheNextByTwo() {
        var head = towns.organisation().supervisor();
        assertThat(fourEyes.makeCode(head, first).outcome()).isEqualTo(Outcome.DONE);
        accounts.setPassword(head, TestPeople.PASSWORD);
        assertThat(fourEyes.makeCode(head, first).outcome()).isEqualTo(Outcome.WAITING);
    }

    @Test
    void aCodeFromBeforeSomebodyGotARoleDoesNotOpenTheRole() {
        var code = fourEyes.makeCode(somebody, first).code().orElseThrow().code();
        give(somebody, first, Role.HR);
        fourEyes.confirm(onlyChange(), second);
        refused(() -> accounts.useCode(somebody, code, "payung ungu di gunung"), "security.code.wrong");
    }

    @Test
    void twoWhoCloseEachOtherAtTheSameMomentDoNotBothSucceed() {
        alone(first, second);
        assertThat(atOnce(() -> fourEyes.close(second.account(), first), () -> fourEyes.close(first.account(), second)))
                .isEqualTo(1);
    }

    @Test
    void ofTwoDecisionsAtTheSameMomentOneHolds() {
        give(somebody, first, Role.HR);
        var change = onlyChange();
        var third = person(Role.ADMIN);
        assertThat(atOnce(() -> fourEyes.confirm(change, second), () -> {
                    fourEyes.refuse(change, third);
                    return null;
                }))
                .isEqualTo(1);
    }

    // One administrator

    @Test
    void theOnlyAdministratorActsAtOnceAndEverybodyWithARoleSeesIt() {
        alone(first);
        assertThat(give(somebody, first, Role.AUDITOR)).isEqualTo(Outcome.STANDING);
        assertThat(directory.roles(somebody)).contains(Role.AUDITOR);
        for (var role : List.of(Role.HR, Role.UNIT_HR, Role.PERFORMANCE_TEAM, Role.AUDITOR)) {
            assertThat(page(person(role), "/")).as(role.name()).contains(somebody, "Belum dikonfirmasi");
        }
        assertThat(page(person(), "/")).doesNotContain(somebody, "Belum dikonfirmasi");

        refused(() -> fourEyes.confirm(change("GIVE"), first), NOT_YOU);
        refused(() -> fourEyes.confirm(change("GIVE"), new Actor(somebody, Set.of(Role.AUDITOR))), NOT_YOU);
        refused(() -> fourEyes.confirm(change("GIVE"), person(Role.UNIT_HR)), NOT_YOU);
        fourEyes.confirm(change("GIVE"), hr);
        assertThat(page(hr, "/")).doesNotContain(somebody);
        assertThat(directory.roles(somebody)).contains(Role.AUDITOR);
        assertThat(deedsOf(first)).containsExactly("account.alone", "account.roles");
    }

    @Test
    void takenBackTheRoleIsGoneAndTheSessionsThatRestedOnIt() {
        alone(first);
        give(first.account(), first, Role.ADMIN, Role.HR);
        assertThat(directory.roles(first.account()))
                .as("at once, as on the first day")
                .contains(Role.HR);
        var session = HttpPerson.loggedIn(port, first.account());
        assertThat(session.get("/hr/people").statusCode()).isEqualTo(200);

        var watcher = HttpPerson.loggedIn(port, hr.account());
        watcher.form("/account/changes/" + change("GIVE") + "/refuse", "");
        assertThat(directory.roles(first.account())).containsExactlyInAnyOrder(Role.STAFF, Role.ADMIN);
        assertThat(session.get("/hr/people").headers().firstValue("Location").orElse(""))
                .endsWith("/login?expired");
        assertThat(deedsOf(hr)).contains("account.undone");
    }

    @Test
    void anAdministratorMadeAloneCanNeitherAskNorConfirm() {
        alone(first);
        give(somebody, first, Role.ADMIN);
        var creature = new Actor(somebody, Set.of(Role.ADMIN));
        var other = person().account();
        give(other, first, Role.HR);

        refused(() -> fourEyes.confirm(changeOf(other), creature), NOT_YOU);
        refused(() -> fourEyes.confirm(changeOf(somebody), creature), NOT_YOU);
        refused(() -> fourEyes.confirm(changeOf(somebody), new Actor(other, Set.of(Role.HR))), NOT_YOU);
        refused(() -> give(person().account(), creature, Role.HR), "security.change.unconfirmed");
        refused(() -> fourEyes.close(first.account(), creature), "security.change.unconfirmed");
        refused(() -> fourEyes.makeCode(hr.account(), creature), "security.change.unconfirmed");
        assertThat(give(person().account(), first, Role.HR))
                .as("the maker still counts as alone")
                .isEqualTo(Outcome.STANDING);

        fourEyes.confirm(changeOf(somebody), hr);
        fourEyes.confirm(changeOf(other), creature);
    }

    @Test
    void onTheFirstDayTheWitnessOfTheConfigurationIsTheSecondPerson() {
        alone(first);
        people.account(WITNESS);
        mine.add(WITNESS);
        give(WITNESS, first, Role.AUDITOR);
        give(somebody, first, Role.HR);
        var witness = new Actor(WITNESS, Set.of(Role.AUDITOR));
        refused(() -> fourEyes.confirm(changeOf(WITNESS), witness), NOT_YOU);
        fourEyes.confirm(changeOf(somebody), witness);
        fourEyes.confirm(changeOf(WITNESS), new Actor(somebody, Set.of(Role.HR)));
    }

    @Test
    void givingAWatcherAFurtherRoleDoesNotSilenceThem() {
        alone(first);
        give(hr.account(), first, Role.HR, Role.PERFORMANCE_TEAM);
        give(somebody, first, Role.HR);
        fourEyes.confirm(changeOf(somebody), hr);
    }

    @Test
    void aPasswordSetByAnUnconfirmedCodeConfirmsNothing() {
        alone(first);
        var code = fourEyes.makeCode(hr.account(), first).code().orElseThrow().code();
        give(somebody, first, Role.HR);
        accounts.useCode(hr.account(), code, "payung ungu di gunung");
        refused(() -> fourEyes.confirm(changeOf(somebody), hr), NOT_YOU);

        var auditor = person(Role.AUDITOR);
        fourEyes.refuse(change("RESET"), auditor);
        assertThat(accounts.hasPassword(hr.account()))
                .as("taken back: nobody comes in by that password")
                .isFalse();
    }

    /** Else whoever made the code would be rid of the doubt and keep the password. */
    @Test
    void aCodeThatIsUsedWhileItIsTakenBackLeavesNoPassword() throws Exception {
        alone(first);
        var code = fourEyes.makeCode(hr.account(), first).code().orElseThrow().code();
        var reset = change("RESET");
        var pool = Executors.newSingleThreadExecutor();
        try {
            var takingBack = new TransactionTemplate(transactions).execute(uncommitted -> {
                accounts.useCode(hr.account(), code, "payung ungu di gunung");
                var running = pool.submit(() -> fourEyes.refuse(reset, first));
                overtakes(running);
                return running;
            });
            takingBack.get(20, TimeUnit.SECONDS);
        } finally {
            pool.shutdown();
        }
        assertThat(accounts.hasPassword(hr.account())).isFalse();
    }

    /** Gives it the time to be over before the transaction around this is, if it can. */
    private static void overtakes(Future<?> running) {
        try {
            running.get(300, TimeUnit.MILLISECONDS);
        } catch (TimeoutException waiting) {
            // as it should
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    // What one did alone and takes back oneself

    @Test
    void aRoleThatWasOnlyTakenForAMomentStillGuardsThePassword() {
        var victim = person(Role.ADMIN, Role.HR).account();
        fourEyes.setRoles(victim, Set.of(), Set.of(), first);
        var answer = fourEyes.makeCode(victim, first);
        assertThat(answer.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(answer.code()).isEmpty();

        fourEyes.refuse(change("TAKE"), first);
        assertThat(directory.roles(victim)).contains(Role.ADMIN, Role.HR);
    }

    @Test
    void aRoleThatWasOnlyTakenForAMomentStillGuardsAClosedAccount() {
        var victim = person(Role.ADMIN).account();
        database.sql("update account set closed = true where name = ?")
                .param(victim)
                .update();
        fourEyes.setRoles(victim, Set.of(), Set.of(), first);
        assertThat(fourEyes.open(victim, first).outcome()).isEqualTo(Outcome.WAITING);
    }

    @Test
    void aDoubtfulRoleDoesNotComeBackWithoutItsDoubt() {
        alone(first);
        give(somebody, first, Role.HR);
        fourEyes.setRoles(somebody, Set.of(), Set.of(), first);
        standing().forEach(change -> fourEyes.refuse(change, first));
        assertThat(directory.roles(somebody)).containsExactly(Role.STAFF);
    }

    @Test
    void aDoubtfulOpeningDoesNotComeBackWithoutItsDoubt() {
        alone(first);
        var gone = person(Role.AUDITOR);
        database.sql("update account set closed = true where name = ?")
                .param(gone.account())
                .update();
        assertThat(fourEyes.open(gone.account(), first).outcome()).isEqualTo(Outcome.STANDING);
        fourEyes.close(gone.account(), first);
        fourEyes.refuse(change("REOPEN"), first);
        assertThat(fourEyes.open(gone.account(), first).outcome()).isEqualTo(Outcome.STANDING);
        give(somebody, first, Role.HR);
        refused(() -> fourEyes.confirm(changeOf(somebody), gone), NOT_YOU);
    }

    @Test
    void aWitnessWhosePasswordWasTakenBackGetsNoFirstCodeAgain() {
        alone(first);
        people.account(WITNESS);
        mine.add(WITNESS);
        give(WITNESS, first, Role.AUDITOR);
        var reset = fourEyes.makeCode(WITNESS, first).code().orElseThrow().code();
        accounts.useCode(WITNESS, reset, "sepeda biru di pantai");
        fourEyes.refuse(change("RESET"), first);

        var again = fourEyes.makeCode(WITNESS, first).code().orElseThrow().code();
        accounts.useCode(WITNESS, again, "sepeda hijau di pantai");
        give(somebody, first, Role.HR);
        refused(() -> fourEyes.confirm(changeOf(somebody), new Actor(WITNESS, Set.of(Role.AUDITOR))), NOT_YOU);
    }

    @Test
    void whatOneGaveOneselfForAMinuteStaysToBeSeen() {
        alone(first);
        give(first.account(), first, Role.ADMIN, Role.HR);
        fourEyes.refuse(change("GIVE"), first);
        assertThat(directory.roles(first.account())).doesNotContain(Role.HR);
        assertThat(page(hr, "/")).contains(first.account(), "sempat berlaku").doesNotContain("??");
        var change = withdrawn(first.account());
        refused(() -> fourEyes.confirm(change, first), NOT_YOU);
        refused(() -> fourEyes.refuse(change, hr), NOT_YOU);
        fourEyes.confirm(change, hr);
        assertThat(directory.roles(first.account())).doesNotContain(Role.HR);
        assertThat(page(hr, "/")).doesNotContain(first.account());
        assertThat(deedsOf(hr)).containsExactly("account.withdrawalSeen");
    }

    @Test
    void whomOneMadeAWatcherAloneDoesNotHideItEither() {
        alone(first);
        give(somebody, first, Role.HR);
        give(first.account(), first, Role.ADMIN, Role.AUDITOR);
        fourEyes.refuse(changeOf(first.account()), new Actor(somebody, Set.of(Role.HR)));
        assertThat(directory.roles(first.account())).doesNotContain(Role.AUDITOR);
        assertThat(page(hr, "/")).contains("sempat berlaku");
        fourEyes.confirm(withdrawn(first.account()), hr);
    }

    // A role that reads evaluations and watches nobody

    @ParameterizedTest
    @EnumSource(names = {"UNIT_HR", "PERFORMANCE_TEAM"})
    void everyRoleThatWasTakenForAMomentGuardsThePassword(Role role) {
        var victim = person(role).account();
        fourEyes.setRoles(victim, Set.of(), Set.of(), first);
        assertThat(fourEyes.makeCode(victim, first).outcome()).isEqualTo(Outcome.WAITING);
        assertThat(page(hr, "/")).contains(change("TAKE"));
    }

    @Test
    void whoseRoleIsAskedForOrDoubtfulAndTakenGetsACodeOnlyByTwo() {
        give(somebody, first, Role.PERFORMANCE_TEAM);
        assertThat(fourEyes.makeCode(somebody, first).outcome()).isEqualTo(Outcome.WAITING);

        alone(first);
        var other = person().account();
        give(other, first, Role.PERFORMANCE_TEAM);
        fourEyes.setRoles(other, Set.of(), Set.of(), first);
        assertThat(fourEyes.makeCode(other, first).outcome()).isEqualTo(Outcome.STANDING);
    }

    @Test
    void whoConfirmsARoleSeesThatAnAdministratorsCodeSetThePassword() {
        var code = fourEyes.makeCode(somebody, first).code().orElseThrow().code();
        accounts.useCode(somebody, code, "payung ungu di gunung");
        give(somebody, first, Role.PERFORMANCE_TEAM);
        assertThat(page(second, "/account/changes")).contains("dengan kode dari Uji " + first.account());
        assertThat(page(first, "/account/changes"))
                .contains(onlyChange())
                .doesNotContain("dengan kode dari Uji " + first.account());
    }

    // What waited long

    @Test
    void whatWaitedIsGivenOnlyIfItWouldBeAllowedNow() {
        give(somebody, first, Role.HR);
        database.sql("update account set closed = true where name = ?")
                .param(somebody)
                .update();
        refused(() -> fourEyes.confirm(onlyChange(), second), "security.change.closed");
        refused(() -> give(somebody, first, Role.AUDITOR), "security.change.closed");
        assertThat(directory.roles(somebody)).containsExactly(Role.STAFF);

        var other = person().account();
        database.sql(
                        "insert into privileged_change (id, account, kind, roles, units, state, asked_by, asked_at, version)"
                                + " values (?, ?, 'GIVE', 'UNIT_HR', 'TIDAKADA', 'WAITING', ?, current_timestamp, 0)")
                .params(UUID.randomUUID().toString(), other, first.account())
                .update();
        refused(() -> fourEyes.confirm(changeOf(other), second), "security.account.unknownUnit");
        database.sql("update privileged_change set account = 'tidakada' where account = ?")
                .param(other)
                .update();
        refused(() -> fourEyes.confirm(changeOf("tidakada"), second), "security.account.unknown");
    }

    @Test
    void theNewestStandsFirst() {
        give(somebody, first, Role.HR);
        database.sql("update privileged_change set asked_at = '2020-01-01 00:00:00' where account = ?")
                .param(somebody)
                .update();
        var newer = person().account();
        give(newer, first, Role.HR);
        var page = page(second, "/account/changes");
        assertThat(page.indexOf(changeOf(newer))).isPositive().isLessThan(page.indexOf(changeOf(somebody)));
    }

    @Test
    void nobodyWhoCouldConfirmIsSaidAtTheStartAndOnThePages(CapturedOutput log) {
        var missing = "laras.admin.witnesses";
        assertThat(page(first, "/")).doesNotContain(missing);
        nobodyWatchesBut(first);
        assertThat(page(first, "/")).contains(missing).doesNotContain("??");
        assertThat(page(first, "/account/changes")).contains(missing);
        assertThat(page(person(Role.UNIT_HR), "/")).contains(missing);
        assertThat(page(person(), "/")).doesNotContain(missing);
        atStart.run(null);
        assertThat(log.getOut()).contains("Nobody can confirm what the only administrator does");

        give(somebody, first, Role.AUDITOR);
        assertThat(page(first, "/")).as("nor can their own creature").contains(missing);
        person(Role.AUDITOR);
        assertThat(page(first, "/")).doesNotContain(missing);
    }

    // On the pages

    @Test
    void thePagesGoTheSameWay() {
        var browser = HttpPerson.loggedIn(port, first.account());
        browser.form("/admin/accounts/" + somebody + "/roles", "roles=HR");
        assertThat(browser.get("/admin/accounts?search=" + somebody).body())
                .contains("menunggu orang kedua", "Belum berlaku")
                .doesNotContain("??");
        assertThat(directory.roles(somebody)).containsExactly(Role.STAFF);
        browser.form("/account/changes/" + onlyChange() + "/confirm", "");
        assertThat(directory.roles(somebody)).containsExactly(Role.STAFF);

        var other = HttpPerson.loggedIn(port, second.account());
        assertThat(other.get("/account/changes").body()).contains(somebody, "Konfirmasi");
        assertThat(other.form("/account/changes/" + onlyChange() + "/confirm", "")
                        .body())
                .contains("dikonfirmasi dan tercatat");
        assertThat(directory.roles(somebody)).contains(Role.HR);
        assertThat(other.form("/account/changes/tidak-ada/confirm", "").body()).contains("sudah diputuskan");
    }

    private Actor person(Role... roles) {
        var name = "uji" + UUID.randomUUID().toString().substring(0, 8);
        people.account(name, roles);
        mine.add(name);
        return new Actor(name, Set.of(roles));
    }

    private Outcome give(String account, Actor by, Role... roles) {
        return fourEyes.setRoles(account, Set.of(roles), Set.of(), by).outcome();
    }

    /** Nobody but these is an administrator, until the test is over. */
    private void alone(Actor... these) {
        var names = database
                .sql("select a.name from account a join account_role r on r.account_name = a.name"
                        + " where r.role = 'ADMIN' and a.closed = false")
                .query(String.class)
                .list()
                .stream()
                .filter(name ->
                        List.of(these).stream().noneMatch(kept -> kept.account().equals(name)))
                .toList();
        shutOut.addAll(names);
        if (!names.isEmpty()) {
            database.sql("update account set closed = true where name in (:names)")
                    .param("names", names)
                    .update();
        }
    }

    private void nobodyWatchesBut(Actor only) {
        alone(only);
        var names = database.sql("select distinct a.name from account a join account_role r on r.account_name = a.name"
                        + " where r.role in ('HR', 'AUDITOR') and a.closed = false")
                .query(String.class)
                .list();
        shutOut.addAll(names);
        database.sql("update account set closed = true where name in (:names)")
                .param("names", names)
                .update();
    }

    private String withdrawn(String account) {
        return database.sql("select id from privileged_change where state = 'WITHDRAWN' and account = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    private List<String> standing() {
        return database.sql("select id from privileged_change where state = 'STANDING' and asked_by in (:mine)"
                        + " order by asked_at, kind")
                .param("mine", mine)
                .query(String.class)
                .list();
    }

    private String onlyChange() {
        return id("1 = 1", "x");
    }

    private String change(String kind) {
        return id("kind = :value", kind);
    }

    private String changeOf(String account) {
        return id("account = :value", account);
    }

    private String id(String condition, String value) {
        return database.sql("select id from privileged_change where state in ('WAITING', 'STANDING')"
                        + " and asked_by in (:mine) and " + condition + " and :value = :value")
                .param("mine", mine)
                .param("value", value)
                .query(String.class)
                .single();
    }

    private String page(Actor actor, String path) {
        return HttpPerson.loggedIn(port, actor.account()).get(path).body();
    }

    private List<String> deedsOf(Actor actor) {
        return database.sql("select what from trail_entry where actor = ? order by id")
                .param(actor.account())
                .query(String.class)
                .list();
    }

    private static void refused(ThrowingCallable deed, String why) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).hasMessage(why);
    }

    /** How many of them succeed. */
    private static int atOnce(Callable<?>... deeds) {
        var barrier = new CyclicBarrier(deeds.length);
        var pool = Executors.newFixedThreadPool(deeds.length);
        try {
            var running = List.of(deeds).stream()
                    .map(deed -> pool.submit(() -> {
                        barrier.await();
                        try {
                            deed.call();
                            return 1;
                        } catch (Refusal refusal) {
                            return 0;
                        }
                    }))
                    .toList();
            var succeeded = 0;
            for (var one : running) {
                succeeded += one.get();
            }
            return succeeded;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }
}
