package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.security.FourEyes.Outcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The only administrator acts at once; everybody with a role sees it, and one of them confirms or undoes it. */
@LarasTest
@Tag("database")
class LoneAdministratorTests extends FourEyesScene {

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
}
