package id.laras.security;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All accounts. */
public interface Accounts extends JpaRepository<Account, String> {

    Page<Account> findByNameContainingIgnoreCaseOrDisplayNameContainingIgnoreCaseOrderByName(
            String name, String displayName, Pageable page);

    /** @param guessable whether there is anything to guess without a password of its own: a directory behind the form */
    @Modifying
    @Query("update Account a set a.failedLogins = a.failedLogins + 1 where a.name = :name"
            + " and (a.passwordHash is not null or :guessable = true)")
    void countFailedLogin(String name, boolean guessable);

    @Modifying
    @Query(
            "update Account a set a.failedLogins = 0, a.lockedUntil = :until where a.name = :name and a.failedLogins >= :attempts")
    void lockAfter(String name, int attempts, Instant until);

    @Modifying
    @Query("update Account a set a.failedLogins = 0 where a.name = :name and a.failedLogins > 0")
    void forgetFailedLogins(String name);

    @Query("select a.stamp from Account a where a.name = :name")
    Optional<Long> stamp(String name);
}
