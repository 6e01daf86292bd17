package id.laras.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.laras.rules.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A browser left open is not its owner. */
class OwnPasswordTests {

    private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
    private static final Actor OWNER = new Actor("budi", Set.of(Role.STAFF));

    private final Account account = new Account("budi");
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(4);

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void thePasswordItselfIsTheProof() {
        account.setPasswordHash(encoder.encode("kuda hitam lari"));
        assertThatCode(() -> proof().confirmOrFreshLogin("kuda hitam lari", OWNER))
                .doesNotThrowAnyException();
        for (var wrong : new String[] {"kuda putih lari", "", null}) {
            assertThatThrownBy(() -> proof().confirmOrFreshLogin(wrong, OWNER)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void withAPasswordHereAFreshLoginIsNoProof() {
        account.setPasswordHash(encoder.encode("kuda hitam lari"));
        loggedIn(Duration.ZERO);
        assertThatThrownBy(() -> proof().confirmOrFreshLogin(null, OWNER)).hasMessage("security.password.wrong");
    }

    @Test
    void whoseDirectoryHasThePasswordProvesItByLoggingInAnew() {
        loggedIn(OwnPassword.FRESH.minusSeconds(1));
        assertThatCode(() -> proof().confirmOrFreshLogin(null, OWNER)).doesNotThrowAnyException();
        loggedIn(OwnPassword.FRESH);
        assertThatThrownBy(() -> proof().confirmOrFreshLogin(null, OWNER)).hasMessage("security.password.loginAnew");
        SecurityContextHolder.clearContext();
        assertThatThrownBy(() -> proof().confirmOrFreshLogin(null, OWNER)).isInstanceOf(Refusal.class);
    }

    private OwnPassword proof() {
        var accounts = mock(Accounts.class);
        when(accounts.findById("budi")).thenReturn(Optional.of(account));
        var gate = mock(PasswordGate.class);
        when(gate.pass(any(), any()))
                .thenAnswer(call -> call.<Supplier<?>>getArgument(1).get());
        when(gate.fewAtOnce(encoder)).thenReturn(encoder);
        return new OwnPassword(
                accounts,
                encoder,
                gate,
                mock(LoginBrake.class),
                mock(LoginLog.class),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void loggedIn(Duration ago) {
        var login = new Login(account, Clock.fixed(NOW.minus(ago), ZoneOffset.UTC));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(login, null, login.getAuthorities()));
    }
}
