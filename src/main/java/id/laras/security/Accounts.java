package id.laras.security;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

/** All accounts. */
public interface Accounts extends JpaRepository<Account, String> {

    List<Account> findByNameContainingIgnoreCaseOrDisplayNameContainingIgnoreCaseOrderByName(
            String name, String displayName, Limit limit);
}
