package id.laras.security;

import static id.laras.security.DirectoryRefusal.Why.UNREACHABLE;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.ldap.core.DirContextAdapter;
import org.springframework.ldap.core.DirContextOperations;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.ldap.DefaultSpringSecurityContextSource;
import org.springframework.security.ldap.authentication.BindAuthenticator;
import org.springframework.security.ldap.authentication.LdapAuthenticationProvider;
import org.springframework.security.ldap.search.FilterBasedLdapUserSearch;
import org.springframework.security.ldap.userdetails.DefaultLdapAuthoritiesPopulator;
import org.springframework.security.ldap.userdetails.UserDetailsContextMapper;

/**
 * The same login form, answered by an LDAP directory (OpenLDAP, Active Directory) for accounts without a password of their
 * own: finds the entry, then binds as it. It stands behind {@link PasswordDoor}, which counts what is guessed.
 */
final class LdapDoor implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(LdapDoor.class);

    /** Milliseconds that the directory may take for one answer. */
    private static final String PATIENCE = "5000";

    private final DirectoryLogins directory;
    private final PasswordGate gate;
    private final AuthenticationProvider ldap;

    LdapDoor(LoginSettings.Ldap settings, DirectoryLogins directory, PasswordGate gate, Clock clock) {
        this(provider(settings, directory, clock), directory, gate);
    }

    LdapDoor(AuthenticationProvider ldap, DirectoryLogins directory, PasswordGate gate) {
        this.ldap = ldap;
        this.directory = directory;
        this.gate = gate;
    }

    private static LdapAuthenticationProvider provider(
            LoginSettings.Ldap settings, DirectoryLogins directory, Clock clock) {
        var source = source(settings);
        var bind = new BindAuthenticator(source);
        bind.setUserSearch(new FilterBasedLdapUserSearch(settings.userBase(), settings.userFilter(), source));
        var groups = new DefaultLdapAuthoritiesPopulator(source, settings.groupBase());
        groups.setGroupSearchFilter(settings.groupFilter());
        groups.setGroupRoleAttribute(settings.groupAttribute());
        groups.setSearchSubtree(true);
        groups.setRolePrefix("");
        groups.setConvertToUpperCase(false);
        groups.setIgnorePartialResultException(true);
        var ldap = new LdapAuthenticationProvider(bind, groups);
        ldap.setUserDetailsContextMapper(new People(settings, directory, clock));
        return ldap;
    }

    private static DefaultSpringSecurityContextSource source(LoginSettings.Ldap settings) {
        if (settings.url().startsWith("ldap://")) {
            LOG.warn("{} carries passwords in the clear; ldaps:// does not", settings.url());
        }
        var source = new DefaultSpringSecurityContextSource(
                List.of(settings.url().trim().split("\\s+")), settings.base());
        if (settings.managerDn() == null) {
            source.setAnonymousReadOnly(true);
        } else {
            source.setUserDn(settings.managerDn());
            source.setPassword(settings.managerPassword());
        }
        // a kept connection outlives the directory's restart
        source.setPooled(false);
        source.setBaseEnvironmentProperties(Map.of(
                "com.sun.jndi.ldap.connect.timeout", PATIENCE,
                "com.sun.jndi.ldap.read.timeout", PATIENCE));
        source.afterPropertiesSet();
        return source;
    }

    /** @return null when the directory has no say: a local account, or what cannot be an account's name */
    @Override
    public Authentication authenticate(Authentication login) {
        var name = DirectoryLogins.accountName(login.getName());
        if (name.isEmpty() || directory.isLocal(name.get())) {
            return null;
        }
        try {
            var place = login.getDetails() instanceof Caller known ? known.place() : "";
            return gate.askDirectory(place, () -> ldap.authenticate(login));
        } catch (InternalAuthenticationServiceException e) {
            // no more of it: what a directory says names the entry, and that is somebody's name
            LOG.error("The LDAP directory cannot be asked: {}", kinds(e));
            throw new DirectoryRefusal(UNREACHABLE, "LDAP is not to be reached", e);
        } catch (IncorrectResultSizeDataAccessException e) {
            LOG.warn("The LDAP directory has more than one entry for an account");
            throw new BadCredentialsException("Not one entry", e);
        }
    }

    private static String kinds(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .map(one -> one.getClass().getSimpleName())
                .collect(Collectors.joining(" by "));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return ldap.supports(authentication);
    }

    /** From an entry whose password was right to the account of that name. */
    private record People(LoginSettings.Ldap settings, DirectoryLogins directory, Clock clock)
            implements UserDetailsContextMapper {

        /** The entry must be the account that was typed: what was guessed is counted under that name. */
        @Override
        public UserDetails mapUserFromContext(
                DirContextOperations entry, String typed, Collection<? extends GrantedAuthority> groups) {
            var account = entry.getStringAttribute(settings.accountAttribute());
            if (!DirectoryLogins.accountName(typed).equals(DirectoryLogins.accountName(account))) {
                throw new BadCredentialsException("The entry found for " + typed + " is " + account);
            }
            var person = new DirectoryPerson(
                    "ldap",
                    account,
                    entry.getStringAttribute(settings.nameAttribute()),
                    entry.getStringAttribute(settings.mailAttribute()),
                    groups.stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet()));
            return new Login(directory.enter(person), clock);
        }

        @Override
        public void mapUserToContext(UserDetails person, DirContextAdapter entry) {
            throw new UnsupportedOperationException("The directory is only read");
        }
    }
}
