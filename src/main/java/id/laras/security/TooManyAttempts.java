package id.laras.security;

import id.laras.rules.Refusal;
import java.time.Duration;
import org.springframework.security.authentication.AccountStatusException;

/**
 * The password was not looked at: too many wrong ones before, or too many calls at this moment. As {@link DirectoryRefusal} it
 * ends the search for somebody else who would let the person in.
 */
final class TooManyAttempts extends AccountStatusException {

    private final boolean busy;
    private final Duration wait;

    private TooManyAttempts(boolean busy, Duration wait) {
        super(busy ? "Too many password checks at once" : "Too many wrong passwords");
        this.busy = busy;
        this.wait = wait;
    }

    static TooManyAttempts guesses(Duration wait) {
        return new TooManyAttempts(false, wait);
    }

    static TooManyAttempts busy() {
        return new TooManyAttempts(true, Duration.ofSeconds(2));
    }

    /** Whole seconds after which it is worth trying again, at least one. */
    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** The sentence for the person. */
    Refusal.Problem problem() {
        return busy
                ? new Refusal.Problem("security.login.busy")
                : new Refusal.Problem("security.login.wait", seconds());
    }
}
