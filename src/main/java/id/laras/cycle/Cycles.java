package id.laras.cycle;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** All cycles. */
public interface Cycles extends JpaRepository<Cycle, String> {

    List<Cycle> findAllByOrderByFirstDayDescNameAsc();

    boolean existsByNameIgnoreCase(String name);
}
