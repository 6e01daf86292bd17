package id.laras.security;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people come in.
 *
 * @param attempts        wrong passwords for one account at one browser or address before one has to wait
 * @param accountAttempts within an hour for one account, from browsers and addresses that it does not know
 * @param addressAttempts within an hour from one address, for accounts that do not know it; an office may share one
 * @param checksAtOnce    passwords that are checked at the same time; half of the processors when it is not said
 * @param logKept         how long the log of logins is kept, 90 days at least
 * @param life           how long a session lasts at most, however busy; the idle time is the servlet's
 * @param roles          groups of the directory and the roles they give; empty: roles are given in Laras
 * @param createAccounts whether somebody whom only the directory knows gets an account
 * @param ldap           null without one
 */
@ConfigurationProperties("laras.login")
record LoginSettings(
        @DefaultValue("10") int attempts,
        @DefaultValue("20") int accountAttempts,
        @DefaultValue("50") int addressAttempts,
        Integer checksAtOnce,
        @DefaultValue("P1Y") Period logKept,
        @DefaultValue("12h") Duration life,
        @DefaultValue Map<String, Set<Role>> roles,
        @DefaultValue("false") boolean createAccounts,
        @DefaultValue Oidc oidc,
        Ldap ldap) {

    /** Days that the log of logins is kept at least; the database holds younger entries too (KeptLogins). */
    static final int LOG_KEPT_AT_LEAST = 90;

    LoginSettings {
        if (LocalDate.EPOCH.plus(logKept).toEpochDay() < LOG_KEPT_AT_LEAST) {
            throw new IllegalArgumentException("laras.login.log-kept is at least " + LOG_KEPT_AT_LEAST + " days");
        }
        checksAtOnce =
                checksAtOnce == null ? Math.max(1, Runtime.getRuntime().availableProcessors() / 2) : checksAtOnce;
        if (Math.min(Math.min(attempts, accountAttempts), Math.min(addressAttempts, checksAtOnce)) < 1
                || life.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException(
                    "laras.login: attempts, account-attempts, address-attempts, checks-at-once and life are more than nothing");
        }
    }

    /** The first day that the log of logins still holds: months are shorter than the least in some years. */
    LocalDate logKeptSince(LocalDate today) {
        var since = today.minus(logKept);
        var latest = today.minusDays(LOG_KEPT_AT_LEAST);
        return since.isBefore(latest) ? since : latest;
    }

    /** @param accountClaim names the account; it must never pass from one person to another, as an NIP */
    record Oidc(
            @DefaultValue("preferred_username") String accountClaim,
            @DefaultValue("groups") String groupsClaim) {}

    /**
     * @param url              {@code ldaps://host:636}; several, separated by spaces, are tried in turn
     * @param base             below which everything is searched, e.g. {@code dc=instansi,dc=go,dc=id}
     * @param managerDn        who searches; null for an anonymous search
     * @param userFilter       finds the entry, {0} is the account's name as typed
     * @param accountAttribute of the entry, names the account
     * @param groupFilter      finds a person's groups, {0} is the person's DN
     * @param groupAttribute   of the group, names it
     */
    record Ldap(
            String url,
            @DefaultValue("") String base,
            String managerDn,
            @DefaultValue("") String managerPassword,
            @DefaultValue("") String userBase,
            @DefaultValue("(uid={0})") String userFilter,
            @DefaultValue("uid") String accountAttribute,
            @DefaultValue("cn") String nameAttribute,
            @DefaultValue("mail") String mailAttribute,
            @DefaultValue("") String groupBase,
            @DefaultValue("(member={0})") String groupFilter,
            @DefaultValue("cn") String groupAttribute) {}
}
