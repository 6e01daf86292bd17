package id.laras.cycle;

import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

/** All evaluations. */
public interface Evaluations extends JpaRepository<Evaluation, String> {

    @EntityGraph(attributePaths = "cycle")
    List<Evaluation> findByEmployeeOrderByCycleFirstDayDesc(String employee);

    @EntityGraph(attributePaths = "cycle")
    List<Evaluation> findBySupervisorOrSuperiorOrderByEmployeeName(String supervisor, String superior);

    List<Evaluation> findByCycleIdAndUnitCodeOrderByEmployeeName(String cycleId, String unitCode);
}
