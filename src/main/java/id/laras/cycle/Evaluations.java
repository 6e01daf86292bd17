package id.laras.cycle;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All evaluations. */
public interface Evaluations extends JpaRepository<Evaluation, String> {

    @EntityGraph(attributePaths = "cycle")
    List<Evaluation> findByEmployeeOrderByCycleFirstDayDesc(String employee);

    /** Capitals make no difference in the order. */
    @Query("select e from Evaluation e where e.cycle.id = :cycleId and e.unitCode = :unitCode"
            + " order by lower(e.employeeName), e.id")
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

    /** Running evaluations of the cycle that follow its days: not rated yet, and without days of their own, by name. */
    @Query(
            "select new id.laras.cycle.Follower(e.id, e.employeeName, e.employeeNip, e.unitName, e.stage) from Evaluation e"
                    + " where e.cycle.id = :cycleId and e.schedule.firstDay is null and e.stage in :stages"
                    + " order by lower(e.employeeName), e.id")
    Page<Follower> following(String cycleId, Collection<Stage> stages, Pageable page);

    @Query(
            "select count(e) from Evaluation e where e.cycle.id = :cycleId and e.schedule.firstDay is not null and e.stage in :stages")
    long withOwnDays(String cycleId, Collection<Stage> stages);

    boolean existsByCycleId(String cycleId);

    long countByCycleIdAndStandingTrue(String cycleId);

    @Query("select new id.laras.cycle.UnitCount(e.unitCode, count(e))"
            + " from Evaluation e where e.cycle.id = :cycleId group by e.unitCode")
    List<UnitCount> countByUnit(String cycleId);

    @EntityGraph(attributePaths = "cycle")
    List<Evaluation> findByIdIn(Collection<String> ids);

    boolean existsByCycleIdAndUnitCodeAndAssessor(String cycleId, String unitCode, String assessor);

    boolean existsByCycleIdAndEmployeeNipAndStandingTrue(String cycleId, String nip);

    boolean existsByCycleIdAndEmployeeNip(String cycleId, String nip);

    @EntityGraph(attributePaths = "cycle")
    List<Evaluation> findByCycleIdOrderByEmployeeNip(String cycleId);
}
