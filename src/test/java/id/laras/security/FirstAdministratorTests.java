package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class FirstAdministratorTests {

    private final AccountService accounts = mock();
    private final AccountDirectory directory = mock();
    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "elevenchars",
                "laras-demo",
                "ganti-sandi-ini",
                "laras-admin-password",
                "password1234"
            })
    void outsideTheDemoADefaultOrShortPasswordStopsTheStart(String password) {
        var first = first(password);
        assertThatThrownBy(first::afterPropertiesSet)
                .isInstanceOf(DefaultSecret.class)
                .hasMessageContaining("LARAS_ADMIN_PASSWORD");
    }

    @Test
    void outsideTheDemoItsDatabaseStopsTheStart() {
        when(directory.roles("admin")).thenReturn(Set.of(Role.ADMIN));
        when(directory.matches("admin", "laras-demo")).thenReturn(true);
        var first = first("a password of our own");
        assertThatThrownBy(first::afterPropertiesSet).isInstanceOf(DefaultSecret.class);
    }

    @Test
    void theFirstStartMakesTheAdministratorAndLaterOnesChangeNothing() {
        var first = first("a password of our own");
        assertThatCode(first::afterPropertiesSet).doesNotThrowAnyException();
        first.run(null);
        verify(accounts).addFirst("admin", "Administrator", "a password of our own");

        when(directory.roles("admin")).thenReturn(Set.of(Role.ADMIN));
        first("another one of our own").run(null);
        verify(accounts, never()).addFirst("admin", "Administrator", "another one of our own");
    }

    @Test
    void theDemoNeedsNoPasswordAndMakesNoAdministratorHere() {
        environment.setActiveProfiles("demo");
        var first = first("");
        assertThatCode(first::afterPropertiesSet).doesNotThrowAnyException();
        first.run(null);
        verify(accounts, never()).addFirst(any(), any(), any());
    }

    @Test
    void theRefusalIsOneSentence() {
        var analysis = new DefaultSecretAnalyzer().analyze(null, new DefaultSecret("Set a password."));
        assertThat(analysis.getDescription()).isEqualTo("Set a password.");
    }

    private FirstAdministrator first(String password) {
        return new FirstAdministrator(
                accounts, directory, new PasswordRules(new PasswordSettings(List.of())), environment, password);
    }
}
