package id.laras.cycle;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All evaluations. */
public interface Evaluations extends JpaRepository<Evaluation, String> {

    @EntityGraph(attributePaths = "cycle")
    List<Evaluation> findByEmployeeOrderByCycleFirstDayDesc(String employee);

    @EntityGraph(attributePaths = "cycle")
    List<Evaluation> findBySupervisorOrSuperiorOrderByEmployeeName(String supervisor, String superior);

    List<Evaluation> findByCycleIdAndUnitCodeOrderByEmployeeName(String cycleId, String unitCode);

    @EntityGraph(attributePaths = "cycle")
    Optional<Evaluation> findWithCycleById(String id);

    /** The fixed predicates of the person in periodic cycles that lie within these days, in the order of time. */
    @Query("select new id.laras.cycle.PeriodicPredicate(e.id, c.name, c.firstDay, c.lastDay, e.predicate)"
            + " from Evaluation e join e.cycle c"
            + " where e.employeeNip = :nip and c.kind = id.laras.cycle.CycleKind.PERIODIC"
            + " and c.firstDay >= :firstDay and c.lastDay <= :lastDay and e.predicate is not null"
            + " order by c.firstDay, c.name")
    List<PeriodicPredicate> periodic(String nip, LocalDate firstDay, LocalDate lastDay);

    @Query("select e.employeeNip from Evaluation e where e.cycle.id = :cycleId")
    Set<String> nipsIn(String cycleId);

    @Query("select new id.laras.cycle.CycleCount(e.cycle.id, count(e),"
            + " sum(case when e.stage in (id.laras.cycle.Stage.CLOSED, id.laras.cycle.Stage.CANCELLED) then 1 else 0 end))"
            + " from Evaluation e group by e.cycle.id")
    List<CycleCount> countByCycle();

    @Query("select new id.laras.cycle.UnitCount(e.unitCode, count(e))"
            + " from Evaluation e where e.cycle.id = :cycleId group by e.unitCode")
    List<UnitCount> countByUnit(String cycleId);

    /** Everything that runs, by the employees' names. */
    @EntityGraph(attributePaths = "cycle")
    List<Evaluation> findByStageNotInOrderByEmployeeName(Collection<Stage> over);

    /** Running evaluations of people who work in another unit than when theirs was opened, by their names. */
    @Query(
            "select new id.laras.cycle.UnitMove(e.id, e.employeeName, e.cycle.name, e.unitCode, e.unitName, u.code, u.name)"
                    + " from Evaluation e join Employee p on p.nip = e.employeeNip join Unit u on u.code = p.unitCode"
                    + " where p.unitCode <> e.unitCode"
                    + " and e.stage not in (id.laras.cycle.Stage.CLOSED, id.laras.cycle.Stage.CANCELLED)"
                    + " order by e.employeeName")
    List<UnitMove> unitMoves();

    boolean existsByCycleIdAndEmployeeNipAndStandingTrue(String cycleId, String nip);

    boolean existsByCycleIdAndEmployeeNip(String cycleId, String nip);

    @EntityGraph(attributePaths = "cycle")
    List<Evaluation> findByCycleIdOrderByEmployeeNip(String cycleId);
}
