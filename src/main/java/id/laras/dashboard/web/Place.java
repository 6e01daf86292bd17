package id.laras.dashboard.web;

import id.laras.security.Role;
import java.util.Set;

/**
 * Where the menu and the start page lead, in their order. A new page without variables in its path is an entry here, or is linked from
 * a page that is ({@code NavigationTests}). Who sees an entry is asked of the door itself, so that nobody is led to a closed one.
 *
 * <p>An entry {@code key} has the text {@code dashboard.nav.<key>} when it is in the menu; as a card also {@code .title} and {@code .help}.
 */
public enum Place {
    HOME("/", "home"),
    TASKS("/camunda/app/tasklist/default/", "tasks"),
    EVALUATIONS("/evaluations", "evaluations"),
    SUBSTITUTES("/account/substitutes", "substitutes"),
    PEOPLE("/hr/people", "people", Section.MANAGEMENT, true),
    LINES("/hr/lines", "lines", Section.MANAGEMENT, true),
    CYCLES("/hr/cycles", "cycles", Section.MANAGEMENT, true),
    OVERVIEW("/hr/evaluations", "overview", Section.MANAGEMENT, true),
    HELD_UP("/hr/tasks", "heldUp", Section.MANAGEMENT, true),
    INCIDENTS("/hr/incidents", "incidents", Section.MANAGEMENT, true),
    HR_SUBSTITUTES("/hr/substitutes", "hrSubstitutes", Section.MANAGEMENT, false),
    RETENTION("/hr/retention", "retention", Section.MANAGEMENT, false),
    TRAIL("/audit/evaluations", "trail", Section.OVERSIGHT, true),
    DEEDS("/audit/deeds", "deeds", Section.OVERSIGHT, false),
    LOGINS("/admin/logins", "logins", Section.OVERSIGHT, false),
    CHANGES("/account/changes", "changes", Section.OVERSIGHT, false),
    DESIGN("/design", "design", Section.OVERSIGHT, false),
    ACCOUNTS("/admin/accounts", "accounts", Section.SYSTEM, true),
    TOKENS("/admin/tokens", "tokens", Section.SYSTEM, false),
    COCKPIT("/camunda/app/cockpit/default/", "cockpit", Section.SYSTEM, false);

    /** A heading of the start page with cards under it. */
    public enum Section {
        MANAGEMENT("kelola"),
        OVERSIGHT("jejak"),
        SYSTEM("sistem");

        private final String id;

        Section(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    private final String path;
    private final String key;
    private final Section section;
    private final boolean inMenu;

    Place(String path, String key) {
        this(path, key, null, true);
    }

    Place(String path, String key, Section section, boolean inMenu) {
        this.path = path;
        this.key = key;
        this.section = section;
        this.inMenu = inMenu;
    }

    public String path() {
        return path;
    }

    public String key() {
        return key;
    }

    /** Null where the start page has no card for it, but something of its own. */
    Section section() {
        return section;
    }

    boolean inMenu() {
        return inMenu;
    }

    /** The door of the engine's pages is open to everybody; Cockpit itself lets nobody in but the administrator. */
    boolean isFor(Set<Role> roles) {
        return this != COCKPIT || roles.contains(Role.ADMIN);
    }

    /** Whether somebody on the page of this path is here: the trail's and the administrator's other pages stand beside the first. */
    public boolean holds(String shown) {
        return switch (this) {
            case HOME -> shown.equals(path);
            case TRAIL -> shown.startsWith("/audit");
            case ACCOUNTS -> shown.startsWith("/admin");
            default -> shown.startsWith(path);
        };
    }
}
