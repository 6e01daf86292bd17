package id.laras.cycle;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The units that take part in cycles. */
public interface OpenedUnits extends JpaRepository<OpenedUnit, String> {

    List<OpenedUnit> findByCycleIdOrderByUnitCode(String cycleId);

    boolean existsByCycleId(String cycleId);

    boolean existsByCycleIdAndUnitCode(String cycleId, String unitCode);
}
