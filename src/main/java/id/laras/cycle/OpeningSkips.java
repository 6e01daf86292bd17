package id.laras.cycle;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

/** Everybody who was skipped. */
interface OpeningSkips extends JpaRepository<OpeningSkip, String> {

    Page<OpeningSkip> findByOpeningIdOrderByUnitNameAscEmployeeNameAscIdAsc(String openingId, Pageable page);
}
