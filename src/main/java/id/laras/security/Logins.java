package id.laras.security;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds the account behind a login, and says how long the login stands. */
@Component
class Logins {

    /** ASCII only: a database that compares without accents must not take one name for another. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

    private final Accounts accounts;
    private final Clock clock;
    private final LoginSettings settings;

    Logins(Accounts accounts, Clock clock, LoginSettings settings) {
        this.accounts = accounts;
        this.clock = clock;
        this.settings = settings;
    }

    /** The account's name as it is kept, however a person wrote it; empty when there is no such account. */
    Optional<String> name(String typed) {
        if (typed == null || !NAME.matcher(typed).matches()) {
            return Optional.empty();
        }
        var found = accounts.names(List.of(typed, typed.toLowerCase(Locale.ROOT)));
        return found.stream()
                .filter(typed::equals)
                .findFirst()
                .or(() -> found.stream().filter(typed::equalsIgnoreCase).findFirst());
    }

    /** @throws UsernameNotFoundException when there is no such account, or nobody has given it a password yet */
    Login load(String name) {
        return name(name)
                .flatMap(accounts::findById)
                .filter(Account::canLogIn)
                .map(account -> new Login(account, clock))
                .orElseThrow(() -> new UsernameNotFoundException("No account with a password of its own"));
    }

    /** Whether nothing has changed since that would end the session: password, roles, the account shut, its time over. */
    boolean stands(Login login) {
        return accounts.stamp(login.getUsername()).equals(Optional.of(login.stamp()))
                && clock.instant().isBefore(login.since().plus(settings.life()));
    }
}
