package id.laras.cycle;

import org.springframework.data.jpa.repository.JpaRepository;

/** All cycles. */
public interface Cycles extends JpaRepository<Cycle, String> {}
