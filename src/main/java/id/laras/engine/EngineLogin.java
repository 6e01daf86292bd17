package id.laras.engine;

import id.laras.security.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.core.Authentication;

/** The groups of the engine that a login brings: those of the login, as a token may have fewer than its owner. */
final class EngineLogin {

    /** Who opens Cockpit or Admin. */
    private static final Set<Role> OVERSIGHT = EnumSet.of(Role.HR, Role.AUDITOR, Role.ADMIN);

    private EngineLogin() {}

    /** @param login null for a stranger */
    static boolean oversees(Authentication login) {
        return login != null
                && login.getAuthorities().stream()
                        .anyMatch(authority ->
                                OVERSIGHT.stream().anyMatch(role -> role.name().equals(authority.getAuthority())));
    }

    static List<String> groups(Authentication login, ProcessEngine engine) {
        var roles = Arrays.stream(Role.values())
                .filter(role -> login.getAuthorities().stream()
                        .anyMatch(authority -> role.name().equals(authority.getAuthority())))
                .toList();
        return Stream.concat(roles.stream().map(Role::group), ofUnits(login.getName(), roles, engine))
                .toList();
    }

    /** The groups of the units that somebody is HR of. */
    private static Stream<String> ofUnits(String account, List<Role> roles, ProcessEngine engine) {
        return roles.contains(Role.UNIT_HR)
                ? engine.getIdentityService().createGroupQuery().groupMember(account).list().stream()
                        .map(Group::getId)
                        .filter(group -> group.startsWith(Role.UNIT_HR.groupOf("")))
                : Stream.of();
    }
}
