package id.laras.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All tokens, the ended ones too. */
interface ApiTokens extends JpaRepository<ApiToken, String> {

    Optional<ApiToken> findByHash(String hash);

    List<ApiToken> findByAccountNameAndRevokedAtIsNullOrderByCreatedAtDesc(String accountName);

    Page<ApiToken> findByRevokedAtIsNullAndExpiresAtAfterOrderByAccountNameAscCreatedAtDesc(Instant now, Pageable page);

    /** Written once a minute at most: a machine that calls often must not write at every call. */
    @Modifying
    @Query("update ApiToken t set t.lastUsedAt = :now"
            + " where t.id = :id and (t.lastUsedAt is null or t.lastUsedAt < :before)")
    void used(String id, Instant now, Instant before);
}
