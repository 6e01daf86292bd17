package id.laras.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All tokens, the ended ones too. */
interface ApiTokens extends JpaRepository<ApiToken, String> {

    Optional<ApiToken> findByHash(String hash);

    List<ApiToken> findByAccountNameAndRevokedAtIsNullOrderByCreatedAtDesc(String accountName);

    List<ApiToken> findByRevokedAtIsNullAndExpiresAtAfterOrderByAccountNameAscCreatedAtDesc(Instant now);

    /** Written once a minute at most: a machine that calls often must not write at every call. */
    @Modifying
    @Query("update ApiToken t set t.lastUsedAt = :now"
            + " where t.id = :id and (t.lastUsedAt is null or t.lastUsedAt < :before)")
    void used(String id, Instant now, Instant before);
}
