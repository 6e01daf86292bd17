package id.laras.opening;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All openings. Batches count with an update of their own, so that none waits for another's version. */
interface Openings extends JpaRepository<Opening, String> {

    Optional<Opening> findFirstByCycleIdOrderByStartedAtDesc(String cycleId);

    /** Whether one of these cycles is being opened for one of these units. */
    @Query("select count(o) > 0 from Opening o join o.unitCodes u where o.cycleId in :cycles and u in :units"
            + " and o.finishedAt is null and o.interrupted = false")
    boolean runningFor(Collection<String> cycles, Collection<String> units);

    boolean existsByCycleIdAndFinishedAtIsNullAndInterruptedFalse(String cycleId);

    List<Opening> findByCycleId(String cycleId);

    @Modifying
    @Query("update Opening o set o.opened = o.opened + :opened, o.already = o.already + :already,"
            + " o.skipped = o.skipped + :skipped where o.id = :id")
    void count(String id, int opened, int already, int skipped);

    /** Also when a second server took it for interrupted meanwhile. */
    @Modifying
    @Query("update Opening o set o.finishedAt = :at, o.interrupted = false where o.id = :id")
    void finish(String id, Instant at);

    @Modifying
    @Query("update Opening o set o.interrupted = true where o.id = :id")
    void interrupt(String id);

    /** Marks everything that was begun before and has not ended. */
    @Modifying
    @Query("update Opening o set o.interrupted = true where o.finishedAt is null and o.interrupted = false"
            + " and o.startedAt < :before")
    int interruptAll(Instant before);
}
