package id.laras.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which login opens which path: one table, read from top to bottom, the first line that fits decides, and what no line
 * names is closed to everybody. Whose evaluation somebody may see is asked by the services, behind these doors; what
 * somebody may do in the engine, by its authorizations (docs/adr/0005-authorizations-by-group.md).
 */
enum Access {
    HEALTH("/actuator/health/**", Who.ANYBODY),
    ACTUATOR("/actuator/**", Who.NOBODY),
    LOGIN("/login", Who.ANYBODY),
    /** Where whoever holds a one-time code sets a password. */
    CODE("/code", Who.ANYBODY),
    LOOKS("/laras/**", Who.ANYBODY),
    ICON("/favicon.ico", Who.ANYBODY),
    ERROR("/error", Who.ANYBODY),
    /** CVE-2026-77226: makes an administrator for whoever asks. */
    ENGINE_SETUP("/camunda/api/admin/setup/**", Who.NOBODY),
    ENGINE_SETUP_PAGE("/camunda/app/admin/*/setup/**", Who.NOBODY),
    /** The webapp's own second login. */
    ENGINE_LOGIN("/camunda/api/admin/auth/user/*/login/**", Who.NOBODY),
    /** Which endpoints of the engine there are at all is said by the room engine ({@code EngineAccess}). */
    ENGINE("/camunda/**", Who.LOGGED_IN),
    OVERVIEW("/hr/evaluations", Who.ROLES, Role.HR, Role.UNIT_HR, Role.PERFORMANCE_TEAM),
    LINES("/hr/lines/**", Who.ROLES, Role.HR, Role.UNIT_HR),
    HELD_UP_TASKS("/hr/tasks/**", Who.ROLES, Role.HR, Role.UNIT_HR),
    INCIDENTS("/hr/incidents/**", Who.ROLES, Role.HR, Role.UNIT_HR),
    /** What favours whoever imported waits for somebody else of HR, or for the administrator. */
    WAITING_IMPORTS("/hr/people/waiting/**", Who.ROLES, Role.HR, Role.ADMIN),
    HR("/hr/**", Who.ROLES, Role.HR),
    HR_API("/api/hr/**", Who.ROLES, Role.HR),
    LOGINS("/admin/logins", Who.ROLES, Role.ADMIN, Role.AUDITOR),
    ADMIN("/admin/**", Who.ROLES, Role.ADMIN),
    AUDIT("/audit/**", Who.ROLES, Role.HR, Role.AUDITOR),
    DESIGN("/design", Who.ROLES, Role.HR, Role.AUDITOR, Role.ADMIN),
    DESIGN_COMPARED("/design/comparison", Who.ROLES, Role.HR, Role.AUDITOR, Role.ADMIN),
    DESIGN_BY_HR("/design/**", Who.ROLES, Role.HR),
    /** What the API offers is no secret, and tools fetch it without a login. */
    API_DESCRIPTION("/v3/api-docs/**", Who.ANYBODY),
    API_DESCRIPTION_YAML("/v3/api-docs.yaml", Who.ANYBODY),
    /** Of the demonstration; in no other profile there is anything behind these. */
    TRIAL_LOGIN("/demo/login", Who.ANYBODY),
    TRIAL("/demo/**", Who.LOGGED_IN),
    HOME("/", Who.LOGGED_IN),
    GLOSSARY("/glossary", Who.LOGGED_IN),
    EVALUATIONS("/evaluations/**", Who.LOGGED_IN),
    /** What administrators did alone or ask for. */
    CHANGES("/account/changes/**", Who.ROLES, Role.HR, Role.UNIT_HR, Role.PERFORMANCE_TEAM, Role.AUDITOR, Role.ADMIN),
    ACCOUNT("/account/**", Who.LOGGED_IN),
    LOGOUT("/logout", Who.LOGGED_IN),
    ME("/api/me", Who.LOGGED_IN),
    TASKS("/api/tasks/**", Who.LOGGED_IN),
    SUBSTITUTIONS("/api/substitutions/**", Who.LOGGED_IN),
    EVALUATION_FILES("/api/evaluations/*/files", Who.LOGGED_IN),
    FILES("/api/files/*", Who.LOGGED_IN);

    enum Who {
        /** Without a login. */
        ANYBODY,
        /** With any login. */
        LOGGED_IN,
        /** With one of the roles of the line. */
        ROLES,
        NOBODY
    }

    private final String path;
    private final Who who;
    private final Set<Role> roles = EnumSet.noneOf(Role.class);

    Access(String path, Who who, Role... roles) {
        this.path = path;
        this.who = who;
        this.roles.addAll(List.of(roles));
    }

    /** A pattern of Spring's {@code PathPattern}, over the whole path. */
    String path() {
        return path;
    }

    Who who() {
        return who;
    }

    String[] authorities() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}
