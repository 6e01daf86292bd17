package id.laras.security;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All accounts. */
public interface Accounts extends JpaRepository<Account, String> {

    /** {@code text} is a lower-case pattern for {@code like … escape '!'}; null leaves a criterion out. */
    @Query("""
            select a from Account a
            where (:text is null or lower(a.name) like :text escape '!' or lower(a.displayName) like :text escape '!')
              and (:role is null or :role member of a.roles)
              and (:closed is null or a.closed = :closed)
            """)
    Page<Account> search(String text, Role role, Boolean closed, Pageable page);

    /** Names that are written like this, in capitals or without. */
    @Query("select a.name from Account a where a.name in :spellings")
    List<String> names(Collection<String> spellings);

    /**
     * The account of exactly that name. MariaDB takes a name with spaces behind it for the name, and whoever compares names
     * here does not: what is asked for by somebody else's hand is found by this.
     */
    default Optional<Account> called(String name) {
        return names(List.of(name)).contains(name) ? findById(name) : Optional.empty();
    }

    @Query("select a.stamp from Account a where a.name = :name")
    Optional<Long> stamp(String name);
}
