package id.laras.cycle;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All cycles. */
public interface Cycles extends JpaRepository<Cycle, String> {

    List<Cycle> findAllByOrderByFirstDayDescNameAsc();

    boolean existsByNameIgnoreCase(String name);

    boolean existsByNameIgnoreCaseAndIdNot(String name, String id);

    /** Other cycles of that kind with days among these. */
    @Query(
            "select c from Cycle c where c.kind = :kind and c.id <> :except and c.firstDay <= :last and c.lastDay >= :first"
                    + " order by c.firstDay, c.name")
    List<Cycle> overlapping(CycleKind kind, LocalDate first, LocalDate last, String except);

    /** As it is now, with all of its kind locked. */
    default Optional<Cycle> locked(String id) {
        return kindOf(id)
                .flatMap(kind -> lock(kind).stream()
                        .filter(cycle -> cycle.id().equals(id))
                        .findFirst());
    }

    @Query("select c.kind from Cycle c where c.id = :id")
    Optional<CycleKind> kindOf(String id);

    /** So that two that overlap are not opened, and one is not opened and mended, at the same moment. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Cycle c where c.kind = :kind order by c.id")
    List<Cycle> lock(CycleKind kind);
}
