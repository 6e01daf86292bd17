package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.security.FourEyes.Outcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One administrator is not everybody: what gives power needs a second person, and every way around it is shut. */
@LarasTest
@Tag("database")
class FourEyesTests extends FourEyesScene {

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

    /** Between two cycles nobody assesses; whoever knows a head's password then assesses in the next. */
    @Test
    void aSuperiorByTheLinesGetsTheFirstCodeByOneAndTheNextByTwo() {
        var head = towns.organisation().assessor();
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
}
