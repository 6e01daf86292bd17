package id.laras.succession;

import id.laras.cycle.Evaluation;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Evaluations that may no longer fit the people of today. */
interface DeviatingEvaluations extends Repository<Evaluation, String> {

    /**
     * Running evaluations of the units (of all when {@code everywhere}) whose assessor may not be the superior of that day, by
     * the employees' names. Left out are those where nothing can differ: the line of the day leads to the assessor, and neither
     * is away.
     *
     * @param replaced NIPs of officials for whom somebody acts on that day
     * @param headless NIPs of employees for whose vacant head somebody acts on that day
     */
    @Query("""
            select new id.laras.succession.DoubtfulLine(e.id, e.employeeNip, e.assessor)
            from Evaluation e
            left join ReportingLine l on l.employeeNip = e.employeeNip and l.days.fromDay <= :day
              and (l.days.untilDay is null or l.days.untilDay > :day)
            left join Employee s on s.nip = l.superiorNip
            left join Employee p on p.nip = e.employeeNip
            where e.stage not in (id.laras.cycle.Stage.CLOSED, id.laras.cycle.Stage.CANCELLED)
              and (:everywhere = true or e.unitCode in :units)
              and (s.account is null or s.account <> e.assessor
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

    /**
     * Running evaluations of people who work in another unit than when theirs was opened, by their names; {@code units} are
     * those of one or the other, and count unless {@code everywhere}.
     */
    @Query(value = """
                    select new id.laras.succession.UnitMove(e.id, e.employeeName, e.employeeNip, e.cycle.name, e.unitCode, e.unitName, u.code, u.name)
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
}
