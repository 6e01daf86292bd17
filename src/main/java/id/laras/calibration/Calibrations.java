package id.laras.calibration;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/**
 * All calibrations. Whoever joins, decides or announces locks the row first and holds it until its transaction ends. So a
 * meeting and the evaluations that come to it are always seen one after the other: of two evaluations that join at once the
 * second sees the first, and an announcement only meets subscriptions that are committed.
 */
interface Calibrations extends JpaRepository<Calibration, String> {

    boolean existsByCycleIdAndUnitCode(String cycleId, String unitCode);

    @Query("select c from Calibration c where c.cycleId = :cycleId order by lower(c.unitName), c.id")
    List<Calibration> findByCycleIdOrderByUnitName(String cycleId);

    Optional<Calibration> findByCycleIdAndUnitCode(String cycleId, String unitCode);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Calibration c where c.cycleId = :cycleId and c.unitCode = :unitCode")
    Optional<Calibration> lockByUnit(String cycleId, String unitCode);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Calibration c where c.id = :id")
    Optional<Calibration> lockById(String id);

    /** How many evaluations of the unit the cycle has, whether they have joined or not; the cancelled ones left out. */
    @Query("select count(e) from Evaluation e where e.cycle.id = :cycleId and e.unitCode = :unitCode"
            + " and e.stage <> id.laras.cycle.Stage.CANCELLED")
    long countEvaluations(String cycleId, String unitCode);
}
