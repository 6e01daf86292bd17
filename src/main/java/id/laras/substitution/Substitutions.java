package id.laras.substitution;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

/** All substitutions there ever were. */
interface Substitutions extends JpaRepository<Substitution, String> {

    List<Substitution> findByPersonOrderByFirstDayDesc(String person);

    List<Substitution> findBySubstituteOrderByFirstDayDesc(String substitute);

    Page<Substitution> findByEndedAtIsNullAndLastDayGreaterThanEqualOrderByFirstDayAscIdAsc(
            LocalDate today, Pageable page);
}
