package id.laras.people;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All absences. */
interface Absences extends JpaRepository<Absence, String> {

    @Query(
            "select a from Absence a where a.days.fromDay <= :day and (a.days.untilDay is null or a.days.untilDay > :day)"
                    + " order by a.days.fromDay desc")
    List<Absence> on(LocalDate day);

    List<Absence> findByDaysUntilDayIsNull();

    @Query(
            "select a from Absence a where a.days.untilDay is null or a.days.untilDay > :day order by a.days.fromDay desc")
    List<Absence> onOrAfter(LocalDate day);
}
