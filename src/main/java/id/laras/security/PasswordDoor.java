package id.laras.security;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/**
 * Every name with a password passes here, whichever page or machine it comes from and whoever checks it: few at once, counted
 * before anybody looks at the password, and written into the log of logins.
 */
final class PasswordDoor implements AuthenticationProvider {

    private final PasswordDoors doors;
    private final LoginLog.Way way;
    private final ProviderManager checks;

    /** @param checks are asked in this order whether the password is right */
    PasswordDoor(PasswordDoors doors, LoginLog.Way way, List<AuthenticationProvider> checks) {
        this.doors = doors;
        this.way = way;
        this.checks = new ProviderManager(checks);
    }

    @Override
    public Authentication authenticate(Authentication login) {
        var caller = login.getDetails() instanceof Caller known ? known : new Caller("", null);
        try {
            return doors.gate().pass(caller.place(), () -> check(login, caller));
        } catch (TooManyAttempts e) {
            doors.log().slowed(way, () -> doors.logins().name(login.getName()).orElse(null), caller);
            throw e;
        }
    }

    private Authentication check(Authentication login, Caller caller) {
        var name = doors.logins().name(login.getName());
        var attempt = doors.brake().begin(name.orElse(login.getName()), caller);
        try {
            var asked = UsernamePasswordAuthenticationToken.unauthenticated(
                    name.orElse(login.getName()), login.getCredentials());
            asked.setDetails(caller);
            var inside = checks.authenticate(asked);
            doors.brake().right(attempt);
            doors.clients().rememberAddress(inside.getName(), caller);
            doors.log().letIn(way, inside.getName(), caller);
            return inside;
        } catch (InternalAuthenticationServiceException | TooManyAttempts e) {
            doors.brake().unchecked(attempt);
            throw e;
        } catch (AuthenticationException e) {
            if (e instanceof DirectoryRefusal refusal && refusal.why() == DirectoryRefusal.Why.UNREACHABLE) {
                doors.brake().unchecked(attempt);
            }
            var outcome = e instanceof BadCredentialsException ? LoginLog.Outcome.WRONG : LoginLog.Outcome.REFUSED;
            doors.log().record(way, outcome, name.orElse(null), caller.address());
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
