package id.laras.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Lets whoever tries the demonstration in as one of its people, without a password, which stands on its login page anyway. In no
 * other profile there is such a bean, and the log of logins says of each that it came through this door.
 */
@Component
@Profile("demo")
public class TrialDoor {

    /** Whom the login page offers, in its order. */
    public static final List<String> ACCOUNTS = List.of(
            "staf",
            "rekan",
            "bawahan",
            "kabid",
            "kadis",
            "sdm",
            "sdmunit",
            "timkinerja",
            "auditor",
            FirstAdministrator.NAME);

    private final Logins logins;
    private final LoginLog log;

    TrialDoor(Logins logins, LoginLog log) {
        this.logins = logins;
        this.log = log;
    }

    /** Whether the person can do something once they are in: nobody else chooses their password first. */
    public static boolean opensTo(Account account) {
        return account.canLogIn() && !account.closed() && !account.mustChangePassword();
    }

    /**
     * Ends the session that there was: nothing of one person is left for the next.
     *
     * @throws UsernameNotFoundException when nobody logs in by this name, nobody any more, or nobody before they have a password of their own
     */
    public void enter(String account, HttpServletRequest request, HttpServletResponse response) {
        var login = logins.load(account);
        if (!login.isEnabled() || login.mustChangePassword()) {
            throw new UsernameNotFoundException("A closed account, or one whose password somebody else knows");
        }
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(login, null, login.getAuthorities()));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        log.letIn(LoginLog.Way.TRIAL, login.getUsername(), Caller.of(request));
    }
}
