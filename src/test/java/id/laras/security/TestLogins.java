package id.laras.security;

import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.Set;

/** Settings of the login for tests that make its parts themselves: as delivered, without directories. */
final class TestLogins {

    private TestLogins() {}

    static LoginSettings settings(Map<String, Set<Role>> roles, boolean createAccounts) {
        return new LoginSettings(
                10,
                20,
                50,
                1,
                Period.ofYears(1),
                Duration.ofHours(12),
                roles,
                createAccounts,
                new LoginSettings.Oidc("preferred_username", "groups"),
                null);
    }
}
