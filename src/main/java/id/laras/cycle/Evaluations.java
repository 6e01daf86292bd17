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

    /**
     * Running evaluations of the units (of all when {@code everywhere}) whose assessor may not be the superior of that day, by
     * the employees' names. Left out are those where nothing can differ: the line of the day leads to the assessor, and neither
     * is away.
     *
     * @param replaced NIPs of officials for whom somebody acts on that day
     * @param headless NIPs of employees for whose vacant head somebody acts on that day
     */
    @Query("""
            select new id.laras.cycle.DoubtfulLine(e.id, e.employeeNip, e.supervisor)
            from Evaluation e
            left join ReportingLine l on l.employeeNip = e.employeeNip and l.days.fromDay <= :day
              and (l.days.untilDay is null or l.days.untilDay > :day)
            left join Employee s on s.nip = l.supervisorNip
            left join Employee p on p.nip = e.employeeNip
            where e.stage not in (id.laras.cycle.Stage.CLOSED, id.laras.cycle.Stage.CANCELLED)
              and (:everywhere = true or e.unitCode in :units)
              and (s.account is null or s.account <> e.supervisor
                or p.endedOn < :day or s.endedOn < :day or s.nip in :replaced or e.employeeNip in :headless
                or exists (select 1 from Absence a where a.employeeNip = e.employeeNip and a.days.fromDay <= :day
                  and (a.days.untilDay is null or a.days.untilDay > :day))
                or exists (select 1 from Absence b where b.employeeNip = s.nip and b.days.fromDay <= :day
                  and (b.days.untilDay is null or b.days.untilDay > :day)))
            order by lower(e.employeeName), e.id
            """)
    List<DoubtfulLine> doubtfulLines(
            LocalDate day,
            boolean everywhere,
            Collection<String> units,
            Collection<String> replaced,
            Collection<String> headless);

    @EntityGraph(attributePaths = "cycle")
    List<Evaluation> findByIdIn(Collection<String> ids);

    /**
     * Running evaluations of people who work in another unit than when theirs was opened, by their names; {@code units} are
     * those of one or the other, and count unless {@code everywhere}.
     */
    @Query(value = """
                    select new id.laras.cycle.UnitMove(e.id, e.employeeName, e.employeeNip, e.cycle.name, e.unitCode, e.unitName, u.code, u.name)
                    from Evaluation e join Employee p on p.nip = e.employeeNip join Unit u on u.code = p.unitCode
                    where p.unitCode <> e.unitCode
                      and e.stage not in (id.laras.cycle.Stage.CLOSED, id.laras.cycle.Stage.CANCELLED)
                      and (:everywhere = true or e.unitCode in :units or p.unitCode in :units)
                    order by lower(e.employeeName), e.id
                    """, countQuery = """
                    select count(e)
                    from Evaluation e join Employee p on p.nip = e.employeeNip join Unit u on u.code = p.unitCode
                    where p.unitCode <> e.unitCode
                      and e.stage not in (id.laras.cycle.Stage.CLOSED, id.laras.cycle.Stage.CANCELLED)
                      and (:everywhere = true or e.unitCode in :units or p.unitCode in :units)
                    """)
    Page<UnitMove> unitMoves(boolean everywhere, Collection<String> units, Pageable page);

    /** How many evaluations of the unit the person rates or was to rate before somebody else. */
    @Query("select count(e) from Evaluation e where e.cycle.id = :cycleId and e.unitCode = :unitCode"
            + " and (e.supervisor = :account or exists (select 1 from SupervisorChange c"
            + " where c.evaluationId = e.id and c.former = :account))")
    long countJudgedBy(String cycleId, String unitCode, String account);

    boolean existsByCycleIdAndEmployeeNipAndStandingTrue(String cycleId, String nip);

    boolean existsByCycleIdAndEmployeeNip(String cycleId, String nip);

    @EntityGraph(attributePaths = "cycle")
    List<Evaluation> findByCycleIdOrderByEmployeeNip(String cycleId);
}
