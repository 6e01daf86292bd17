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
    private final String account;

    DirectoryRefusal(Why why, String message) {
        this(why, null, message);
    }

    /** @param account that is not opened, or null when there is none of that name */
    DirectoryRefusal(Why why, String account, String message) {
        super(message);
        this.why = why;
        this.account = account;
    }

    DirectoryRefusal(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
        this.account = null;
    }

    Why why() {
        return why;
    }

    /** Null when there is none of that name. */
    String account() {
        return account;
    }
}
