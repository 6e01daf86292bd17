package id.laras.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All absences. */
interface Absences extends JpaRepository<Absence, String> {

    @Query(
            "select a from Absence a where a.days.fromDay <= :day and (a.days.untilDay is null or a.days.untilDay > :day)"
                    + " order by a.days.fromDay desc")
    List<Absence> on(LocalDate day);

    List<Absence> findByDaysUntilDayIsNull();

    @Query("select a from Absence a where a.days.untilDay is null or a.days.untilDay > :day")
    List<Absence> onOrAfter(LocalDate day);

    /** Who of these units (of all when {@code everywhere}) is away on that day or will be, the latest first. */
    @Query(value = """
                    select new id.laras.people.AwayAndActing$Away(p.name, p.nip, a.kind, a.days.fromDay, a.days.untilDay)
                    from Absence a join Employee p on p.nip = a.employeeNip
                    where (a.days.untilDay is null or a.days.untilDay > :day)
                      and (:everywhere = true or p.unitCode in :units)
                    order by a.days.fromDay desc, a.id
                    """, countQuery = """
                    select count(a) from Absence a join Employee p on p.nip = a.employeeNip
                    where (a.days.untilDay is null or a.days.untilDay > :day)
                      and (:everywhere = true or p.unitCode in :units)
                    """)
    Page<AwayAndActing.Away> away(LocalDate day, boolean everywhere, Collection<String> units, Pageable page);
}
