package id.laras.security;

import id.laras.rules.Refusal;
import java.util.List;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Asks somebody who is inside for their own password once more, by the rules of the doors: few at once, and counted before it
 * is looked at, so that a found session is not a place to guess. To be called outside of a transaction: it may wait.
 */
@Component
class OwnPassword {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final PasswordGate gate;
    private final LoginBrake brake;
    private final LoginLog log;

    OwnPassword(Accounts accounts, PasswordEncoder passwords, PasswordGate gate, LoginBrake brake, LoginLog log) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.gate = gate;
        this.brake = brake;
        this.log = log;
    }

    /** @throws Refusal when it is wrong, or one has to wait before trying again */
    void confirm(String typed, Actor by) {
        try {
            if (!gate.pass("own " + by.account(), () -> isRight(typed, by))) {
                throw new Refusal("security.password.wrong");
            }
        } catch (TooManyAttempts e) {
            throw new Refusal(List.of(e.problem()));
        }
    }

    private boolean isRight(String typed, Actor by) {
        var attempt = brake.beginOwn(by.account());
        var right = accounts.findById(by.account())
                .filter(Account::canLogIn)
                .filter(account -> typed != null && passwords.matches(typed, account.passwordHash()))
                .isPresent();
        if (right) {
            brake.right(attempt);
        } else {
            log.record(LoginLog.Way.OWN_PASSWORD, LoginLog.Outcome.WRONG, by.account(), null);
        }
        return right;
    }
}
