package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.rules.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of somebody whom a directory has let in. */
@LarasTest
@Tag("database")
class DirectoryLoginsTests {

    private static final Map<String, Set<Role>> MAPPED = Map.of("tim-sdm", Set.of(Role.HR));

    @Autowired
    Accounts accounts;

    @Autowired
    AccountService service;

    @Autowired
    ApiTokenService tokens;

    @Autowired
    AccountDirectory directory;

    @Autowired
    Deeds deeds;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient database;

    @Autowired
    TestPeople people;

    String name;

    @BeforeEach
    void arrive() {
        name = "uji" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void rolesFollowTheGroupsAndAChangeIsRecordedAndEndsSessions() {
        service.register(name, "Orang", null);
        service.grant(name, Role.AUDITOR);
        var before = accounts.stamp(name).orElseThrow();
        enter(MAPPED, false, name, Set.of("tim-sdm", "lain"));
        assertThat(directory.roles(name)).containsExactlyInAnyOrder(Role.STAFF, Role.HR);
        assertThat(accounts.stamp(name).orElseThrow()).isGreaterThan(before);

        var after = accounts.stamp(name).orElseThrow();
        enter(MAPPED, false, name, Set.of("tim-sdm"));
        assertThat(accounts.stamp(name).orElseThrow())
                .as("the same roles end nothing")
                .isEqualTo(after);
        assertThat(database.sql("select answer from trail_entry where what = 'account.roles' and answer like ?")
                        .param("%" + name + "%")
                        .query(String.class)
                        .list())
                .containsExactly("{\"account\":\"" + name
                        + "\",\"directory\":\"uji\",\"before\":[\"STAFF\",\"AUDITOR\"],\"after\":[\"STAFF\",\"HR\"]}");
    }

    @Test
    void aTokenEndsWithTheRoleThatTheGroupsTake() {
        service.register(name, "Orang", null);
        service.grant(name, Role.AUDITOR);
        var owner = new Actor(name, Set.of(Role.STAFF, Role.AUDITOR));
        tokens.create("mesin", Set.of(Role.AUDITOR), LocalDate.now().plusDays(2), owner);
        tokens.create("mesin lain", Set.of(), LocalDate.now().plusDays(2), owner);
        enter(MAPPED, false, name, Set.of("tim-sdm"));
        assertThat(tokens.own(owner)).extracting(ApiTokenService.View::name).containsExactly("mesin lain");
    }

    @Test
    void withoutMappedGroupsTheRolesGivenInLarasStay() {
        service.register(name, "Orang", null);
        service.grant(name, Role.AUDITOR);
        enter(Map.of(), false, name, Set.of("tim-sdm"));
        assertThat(directory.roles(name)).containsExactlyInAnyOrder(Role.STAFF, Role.AUDITOR);
    }

    @Test
    void whoHasNoAccountGetsOneOnlyWhereThatIsConfigured() {
        assertThatThrownBy(() -> enter(MAPPED, false, name, Set.of()))
                .isInstanceOfSatisfying(
                        DirectoryRefusal.class,
                        refusal -> assertThat(refusal.why()).isEqualTo(DirectoryRefusal.Why.UNKNOWN));
        assertThat(accounts.existsById(name)).isFalse();
        enter(MAPPED, true, name, Set.of("tim-sdm"));
        assertThat(directory.roles(name)).containsExactlyInAnyOrder(Role.STAFF, Role.HR);
    }

    @Test
    void aNameIsMatchedWithoutCapitalsButNeverWithoutAccents() {
        service.register(name, "Orang", null);
        enter(MAPPED, false, name.toUpperCase(Locale.ROOT), Set.of());
        for (var other : new String[] {name.replaceFirst("u", "ú"), name + " ", "\u212A" + name, "", null}) {
            assertThatThrownBy(() -> enter(MAPPED, true, other, Set.of())).isInstanceOf(DirectoryRefusal.class);
        }
    }

    @Test
    void anAccountWithAPasswordOfItsOwnIsNeverOpened() {
        people.account(name, Role.ADMIN);
        assertThatThrownBy(() -> enter(MAPPED, true, name, Set.of("tim-sdm")))
                .isInstanceOfSatisfying(
                        DirectoryRefusal.class,
                        refusal -> assertThat(refusal.why()).isEqualTo(DirectoryRefusal.Why.LOCAL));
        assertThat(directory.roles(name)).contains(Role.ADMIN).doesNotContain(Role.HR);
    }

    @Test
    void anAccountWhosePasswordWasTakenBackIsNotOpenedEither() {
        people.account(name, Role.HR);
        transactions.executeWithoutResult(status -> service.forgetPassword(name));
        assertThatThrownBy(() -> enter(Map.of(), true, name, Set.of()))
                .isInstanceOfSatisfying(
                        DirectoryRefusal.class,
                        refusal -> assertThat(refusal.why()).isEqualTo(DirectoryRefusal.Why.LOCAL));
        assertThat(new DirectoryLogins(accounts, service, tokens, TestLogins.settings(Map.of(), true), deeds)
                        .isLocal(name))
                .isTrue();
    }

    @Test
    void whoBelongsToTheDirectoryGoesBackThereWithoutAPassword() {
        service.register(name, "Orang", null);
        enter(Map.of(), false, name, Set.of());
        transactions.executeWithoutResult(status -> {
            service.setPassword(name, TestPeople.PASSWORD);
            service.forgetPassword(name);
        });
        enter(Map.of(), false, name, Set.of());

        var handed = new Account(name);
        handed.setPasswordHash("x");
        handed.handToDirectory();
        assertThat(handed.isLocal()).isFalse();
    }

    @Test
    void nobodyOfADirectoryIsTheFirstAdministratorBeforeThatOneIs() {
        transactions.executeWithoutResult(status -> {
            database.sql("delete from account_role where account_name = 'admin'")
                    .update();
            database.sql("update account set name = 'adminlain' where name = 'admin'")
                    .update();
            assertThatThrownBy(() -> new DirectoryLogins(
                                    accounts, service, tokens, TestLogins.settings(MAPPED, true), deeds)
                            .enter(new DirectoryPerson("uji", "admin", "Orang", null, Set.of())))
                    .isInstanceOf(DirectoryRefusal.class);
            assertThat(accounts.existsById("admin")).isFalse();
            status.setRollbackOnly();
        });
    }

    @Test
    void withoutADirectoryNobodyIsHandedToIt() {
        people.account(name);
        assertThatThrownBy(() -> service.handToDirectory(name, new Actor("uji-admin", Set.of(Role.ADMIN))))
                .isInstanceOf(Refusal.class)
                .hasMessage("security.account.noDirectory");
        assertThat(directory.matches(name, TestPeople.PASSWORD)).isTrue();
    }

    @Test
    void anAddressNamesAnAccountOnlyWhenTheProviderHasVerifiedIt() {
        assertThat(OidcDoor.account(person(true), "email")).isEqualTo("a@laras.test");
        assertThat(OidcDoor.account(person(false), "email")).isNull();
        assertThat(OidcDoor.account(person(null), "email")).isNull();
        assertThat(OidcDoor.account(person(false), "preferred_username")).isEqualTo("orang");
    }

    private static DefaultOidcUser person(Boolean verified) {
        var token = OidcIdToken.withTokenValue("x")
                .subject("1")
                .issuedAt(Instant.EPOCH)
                .claim("preferred_username", "orang")
                .claim("email", "a@laras.test");
        if (verified != null) {
            token.claim("email_verified", verified);
        }
        return new DefaultOidcUser(Set.of(), token.build());
    }

    private void enter(Map<String, Set<Role>> roles, boolean create, String written, Set<String> groups) {
        var settings = TestLogins.settings(roles, create);
        var logins = new DirectoryLogins(accounts, service, tokens, settings, deeds);
        transactions.executeWithoutResult(
                status -> logins.enter(new DirectoryPerson("uji", written, "Orang", null, groups)));
    }
}
