package id.laras.security;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people come in.
 *
 * @param attempts       wrong passwords in a row after which an account is shut for a while
 * @param lockedFor      how long it is shut
 * @param life           how long a session lasts at most, however busy; the idle time is the servlet's
 * @param roles          groups of the directory and the roles they give; empty: roles are given in Laras
 * @param createAccounts whether somebody whom only the directory knows gets an account
 * @param ldap           null without one
 */
@ConfigurationProperties("laras.login")
record LoginSettings(
        @DefaultValue("5") int attempts,
        @DefaultValue("15m") Duration lockedFor,
        @DefaultValue("12h") Duration life,
        @DefaultValue Map<String, Set<Role>> roles,
        @DefaultValue("false") boolean createAccounts,
        @DefaultValue Oidc oidc,
        Ldap ldap) {

    LoginSettings {
        if (attempts < 1 || lockedFor.compareTo(Duration.ZERO) <= 0 || life.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("laras.login: attempts, locked-for and life are more than nothing");
        }
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
     * @param groupFilter      finds a person's groups, {0} is his DN
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
