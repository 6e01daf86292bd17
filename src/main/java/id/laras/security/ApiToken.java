package id.laras.security;

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
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Lets a machine in as its owner, with some of their roles, for a while. */
@Entity
class ApiToken {

    @Id
    private String id;

    private String accountName;
    private String name;

    /** SHA-256 of the token, hexadecimal. */
    private String hash;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "api_token_role", joinColumns = @JoinColumn(name = "token_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    private Instant createdAt;
    private Instant expiresAt;
    private Instant lastUsedAt;
    private Instant revokedAt;

    /** The owner's {@link Account#passwordStamp()} when it was made. */
    private long passwordStamp;

    @Version
    private Long version;

    protected ApiToken() {}

    ApiToken(String id, Account owner, String name, String hash, Set<Role> roles, Instant now, Instant expiresAt) {
        this.id = id;
        this.accountName = owner.name();
        this.passwordStamp = owner.passwordStamp();
        this.name = name;
        this.hash = hash;
        this.roles.addAll(roles);
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    /**
     * Whether it opens anything for its owner: it ends with the owner's password, and with the first of its roles
     * that they lose.
     */
    boolean opens(Account owner, Instant now) {
        return revokedAt == null
                && now.isBefore(expiresAt)
                && isOf(owner)
                && !owner.closed()
                && owner.roles().containsAll(roles);
    }

    /** Whether the owner's password is still the one with which it was made. */
    boolean isOf(Account owner) {
        return owner.passwordStamp() == passwordStamp;
    }

    String id() {
        return id;
    }

    String accountName() {
        return accountName;
    }

    String name() {
        return name;
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** To the minute; null when it was never used. */
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }
}
