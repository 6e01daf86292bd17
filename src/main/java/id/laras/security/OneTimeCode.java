package id.laras.security;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** Lets one person set their own password once, for a short time. */
@Entity
class OneTimeCode {

    @Id
    private String id;

    private String accountName;

    /** SHA-256 of the code, hexadecimal. */
    private String hash;

    /** Made by the rules for those who decide about others. */
    private boolean seconded;

    private String issuedBy;
    private Instant issuedAt;
    private Instant expiresAt;
    private Instant usedAt;

    /** When it was made worthless unused: by another code, a new password, an undone reset; null else. */
    private Instant endedAt;

    @Version
    private Long version;

    protected OneTimeCode() {}

    OneTimeCode(
            String id,
            String accountName,
            String hash,
            boolean seconded,
            String issuedBy,
            Instant issuedAt,
            Instant expiresAt) {
        this.id = id;
        this.accountName = accountName;
        this.hash = hash;
        this.seconded = seconded;
        this.issuedBy = issuedBy;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    boolean isUsable(Instant now) {
        return usedAt == null && endedAt == null && now.isBefore(expiresAt);
    }

    String id() {
        return id;
    }

    String accountName() {
        return accountName;
    }

    boolean seconded() {
        return seconded;
    }

    String issuedBy() {
        return issuedBy;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** Null while nobody has used it. */
    Instant usedAt() {
        return usedAt;
    }
}
