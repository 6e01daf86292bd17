package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.security.FourEyes.Outcome;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one did alone and takes back oneself leaves its doubt, and still guards the password. */
@LarasTest
@Tag("database")
class TakenBackAloneTests extends FourEyesScene {

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
}
