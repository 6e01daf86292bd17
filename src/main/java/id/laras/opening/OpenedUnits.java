package id.laras.opening;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The units that take part in cycles. */
public interface OpenedUnits extends JpaRepository<OpenedUnit, String> {

    List<OpenedUnit> findByCycleIdOrderByUnitCode(String cycleId);

    long countByCycleId(String cycleId);

    boolean existsByCycleIdAndUnitCode(String cycleId, String unitCode);
}
