package id.laras.security;

import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The two doors of passwords, and what they share. */
@Component
class PasswordDoors {

    private final Logins logins;
    private final PasswordGate gate;
    private final LoginBrake brake;
    private final KnownClients clients;
    private final LoginLog log;
    private final DaoAuthenticationProvider own;
    private final LoginSettings settings;
    private final DirectoryLogins directory;
    private final Clock clock;

    PasswordDoors(
            Logins logins,
            PasswordGate gate,
            LoginBrake brake,
            KnownClients clients,
            LoginLog log,
            PasswordEncoder passwords,
            LoginSettings settings,
            DirectoryLogins directory,
            Clock clock) {
        this.logins = logins;
        this.gate = gate;
        this.brake = brake;
        this.clients = clients;
        this.log = log;
        this.own = own(logins, gate.fewAtOnce(passwords));
        this.settings = settings;
        this.directory = directory;
        this.clock = clock;
    }

    /** Asks for the password before it says that an account is shut: whoever only guesses learns nothing. */
    private static DaoAuthenticationProvider own(Logins logins, PasswordEncoder passwords) {
        var check = new DaoAuthenticationProvider(logins::load);
        check.setPasswordEncoder(passwords);
        check.setPreAuthenticationChecks(account -> {});
        check.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
        return check;
    }

    PasswordDoor forPeople() {
        return new PasswordDoor(
                this,
                LoginLog.Way.FORM,
                settings.ldap() == null
                        ? List.<AuthenticationProvider>of(own)
                        : List.of(new LdapDoor(settings.ldap(), directory, gate, clock), own));
    }

    /** Passwords of Laras only: the directory's has no place in a script. */
    PasswordDoor forMachines() {
        return new PasswordDoor(this, LoginLog.Way.BASIC, List.of(own));
    }

    Logins logins() {
        return logins;
    }

    PasswordGate gate() {
        return gate;
    }

    LoginBrake brake() {
        return brake;
    }

    KnownClients clients() {
        return clients;
    }

    LoginLog log() {
        return log;
    }
}
