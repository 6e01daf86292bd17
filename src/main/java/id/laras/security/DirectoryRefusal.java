package id.laras.security;

import org.springframework.security.authentication.AccountStatusException;

/**
 * Laras does not let in whom a directory would; the login page says why. Being about the account's status, it ends the
 * search for somebody else who would let the person in.
 */
final class DirectoryRefusal extends AccountStatusException {

    enum Why {
        /** Nobody of that name is known here. */
        UNKNOWN,
        /** The account has a password of its own, so the directory has no say in it. */
        LOCAL,
        /** The administrator has shut the account. */
        CLOSED,
        /** The directory did not answer. */
        UNREACHABLE
    }

    private final Why why;

    DirectoryRefusal(Why why, String message) {
        super(message);
        this.why = why;
    }

    DirectoryRefusal(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
