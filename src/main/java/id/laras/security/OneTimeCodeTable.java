package id.laras.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All codes, the ended ones too: they tell people what was done with their account. */
interface OneTimeCodeTable extends JpaRepository<OneTimeCode, String> {

    Optional<OneTimeCode> findByHash(String hash);

    List<OneTimeCode> findByAccountNameAndIssuedAtAfterOrderByIssuedAtDesc(String accountName, Instant after);

    /** One of two at the same moment. */
    @Modifying
    @Query("update OneTimeCode c set c.usedAt = :now where c.id = :id and c.usedAt is null and c.endedAt is null")
    int use(String id, Instant now);

    @Modifying
    @Query("update OneTimeCode c set c.endedAt = :now"
            + " where c.accountName = :account and c.usedAt is null and c.endedAt is null")
    void endAll(String account, Instant now);
}
