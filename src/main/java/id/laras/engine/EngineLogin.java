package id.laras.engine;

import id.laras.security.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

    /** Only what the tables still give the account: a session may have begun before a role was withdrawn. */
    static List<String> groups(Authentication login, ProcessEngine engine) {
        var roles = Arrays.stream(Role.values())
                .filter(role -> login.getAuthorities().stream()
                        .anyMatch(authority -> role.name().equals(authority.getAuthority())))
                .toList();
        return engine.getIdentityService().createGroupQuery().groupMember(login.getName()).list().stream()
                .map(Group::getId)
                .filter(group -> roles.stream().anyMatch(role -> isOf(group, role)))
                .toList();
    }

    private static boolean isOf(String group, Role role) {
        return group.equals(role.group()) || role == Role.UNIT_HR && group.startsWith(Role.UNIT_HR.groupOf(""));
    }
}
