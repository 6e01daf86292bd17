package id.laras.cycle;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

/** What HR changed of cycles. */
interface CycleChanges extends JpaRepository<CycleChange, String> {

    Page<CycleChange> findByCycleIdOrderByChangedAtDescIdAsc(String cycleId, Pageable page);

    void deleteByCycleId(String cycleId);
}
