package id.laras.opening;

import java.util.Collection;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Everybody who was skipped. */
interface OpeningSkips extends JpaRepository<OpeningSkip, String> {

    @Modifying
    @Query("delete from OpeningSkip s where s.openingId in :openings")
    void deleteOf(Collection<String> openings);

    @Query("select s from OpeningSkip s where s.openingId = :openingId"
            + " order by lower(s.unitName), lower(s.employeeName), s.id")
    Page<OpeningSkip> findByOpeningIdOrderByUnitNameAscEmployeeNameAscIdAsc(String openingId, Pageable page);
}
