package id.laras.people;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All absences. */
interface Absences extends JpaRepository<Absence, String> {

    @Query("select a from Absence a where a.fromDay <= :day and (a.untilDay is null or a.untilDay > :day)"
            + " order by a.fromDay desc")
    List<Absence> on(LocalDate day);

    List<Absence> findByUntilDayIsNull();

    @Query("select a from Absence a where a.untilDay is null or a.untilDay > :day order by a.fromDay desc")
    List<Absence> onOrAfter(LocalDate day);
}
