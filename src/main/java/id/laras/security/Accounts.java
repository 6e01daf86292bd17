package id.laras.security;

import org.springframework.data.jpa.repository.JpaRepository;

/** All accounts. */
public interface Accounts extends JpaRepository<Account, String> {}
