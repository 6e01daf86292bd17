package id.laras.cycle;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Everybody who was skipped. */
interface OpeningSkips extends JpaRepository<OpeningSkip, String> {

    List<OpeningSkip> findByOpeningIdOrderByUnitNameAscEmployeeNameAsc(String openingId);
}
