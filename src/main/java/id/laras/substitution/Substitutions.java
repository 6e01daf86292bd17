package id.laras.substitution;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

/** All substitutions there ever were. */
interface Substitutions extends JpaRepository<Substitution, String> {

    List<Substitution> findByPersonOrderByFirstDayDesc(String person);

    List<Substitution> findBySubstituteOrderByFirstDayDesc(String substitute);

    List<Substitution> findByEndedAtIsNullAndLastDayGreaterThanEqualOrderByFirstDay(LocalDate today, Limit limit);
}
