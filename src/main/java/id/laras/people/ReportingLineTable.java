package id.laras.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All reporting lines, those that have ended too. */
interface ReportingLineTable extends JpaRepository<ReportingLine, String> {

    List<ReportingLine> findByDaysUntilDayIsNull();

    List<ReportingLine> findByEmployeeNipOrderByDaysFromDayAscRecordedAtAsc(String employeeNip);

    @Query("select new id.laras.people.OpenLine(l.employeeNip, l.superiorNip) from ReportingLine l"
            + " where l.days.fromDay <= :day and (l.days.untilDay is null or l.days.untilDay > :day)")
    Collection<OpenLine> on(LocalDate day);
}
