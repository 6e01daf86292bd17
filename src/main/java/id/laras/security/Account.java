package id.laras.security;

import id.laras.rules.PlainText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** A person who can log in. The name is the user id everywhere: pages, Tasklist, REST, assignees, the trail. */
@Entity
public class Account {

    @Id
    private String name;

    private String displayName;
    private String email;

    /** bcrypt; null while nobody has set one: then only a directory lets the person in. */
    private String passwordHash;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_name"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.of(Role.STAFF);

    /** Units that the person is HR of; empty without that role. */
    @ElementCollection
    @CollectionTable(name = "account_unit", joinColumns = @JoinColumn(name = "account_name"))
    @Column(name = "unit_code")
    private Set<String> units = new HashSet<>();

    /** The password was given by somebody else, as it was done before there were one-time codes. */
    private boolean mustChange;

    /** Shut by the administrator: no door opens, whatever the password or the directory say. */
    private boolean closed;

    /** Which directory last let the person in; null when they have a password of their own. */
    private String directory;

    /** A directory has let the person in, or the account was handed to it: without a password it goes back there. */
    private boolean ofDirectory;

    /** Grows when password or roles change, the account is shut, or its sessions are ended: those of before end. */
    private long stamp;

    /** Grows when the password changes: tokens made before open nothing any more. */
    private long passwordStamp;

    @Version
    private Long version;

    protected Account() {}

    Account(String name) {
        this.name = name;
    }

    /** Names come from forms, files and directories: all are kept in the same spelling. */
    void describe(String displayName, String email) {
        this.displayName = PlainText.of(displayName);
        this.email = PlainText.of(email);
    }

    void grant(Role role) {
        roles.add(role);
        stamp++;
    }

    void setRoles(Set<Role> beyondStaff, Set<String> unitsOfHr) {
        roles.clear();
        roles.add(Role.STAFF);
        roles.addAll(beyondStaff);
        units.clear();
        units.addAll(unitsOfHr);
        stamp++;
    }

    /** Every session and token ends. */
    void setPasswordHash(String passwordHash) {
        this.passwordHash = passwordHash;
        this.mustChange = false;
        this.directory = null;
        stamp++;
        passwordStamp++;
    }

    /** Nobody comes in by it any more. */
    void forgetPassword() {
        passwordHash = null;
        mustChange = false;
        stamp++;
        passwordStamp++;
    }

    /** Tokens go on: each is ended by itself. */
    void endSessions() {
        stamp++;
    }

    void setClosed(boolean closed) {
        this.closed = closed;
        stamp++;
    }

    void enteredBy(String directory) {
        this.directory = directory;
        this.ofDirectory = true;
    }

    /** From now on only a directory lets the person in. */
    void handToDirectory() {
        forgetPassword();
        ofDirectory = true;
    }

    public String name() {
        return name;
    }

    public String displayName() {
        return displayName;
    }

    public String email() {
        return email;
    }

    /** Whether somebody has set a password; without one only a directory lets the person in. */
    public boolean canLogIn() {
        return passwordHash != null;
    }

    /**
     * Whether no directory lets the person in: there is a password of its own, or there was one that was taken back. Somebody
     * who may choose a name in the directory would choose that of such an account.
     */
    boolean isLocal() {
        return canLogIn() || passwordStamp > 0 && !ofDirectory;
    }

    String passwordHash() {
        return passwordHash;
    }

    public boolean closed() {
        return closed;
    }

    /** Id of the directory that last let the person in; null when they have a password of their own. */
    public String directory() {
        return directory;
    }

    boolean mustChangePassword() {
        return mustChange;
    }

    long stamp() {
        return stamp;
    }

    long passwordStamp() {
        return passwordStamp;
    }

    /** To be asked within the transaction that found the account. */
    Set<String> units() {
        return Set.copyOf(units);
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }
}
