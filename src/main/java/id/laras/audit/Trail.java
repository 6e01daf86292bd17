package id.laras.audit;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.repository.Repository;

/** The trail: things are appended and read. It offers nothing else on purpose. */
interface Trail extends Repository<TrailEntry, Long> {

    TrailEntry save(TrailEntry entry);

    /** Oldest first. By time before number: two servers take their numbers from different blocks. */
    List<TrailEntry> findByEvaluationIdOrderByRecordedAtAscIdAsc(String evaluationId);

    boolean existsByEvaluationIdAndWhatAndActorAndRecordedAtGreaterThanEqual(
            String evaluationId, String what, String actor, Instant since);

    /** What somebody answered, the newest first. */
    List<TrailEntry> findByActorAndKindOrderByRecordedAtDescIdDesc(String actor, TrailKind kind);

    /** What one server wrote in one transaction, in its order. */
    Slice<TrailEntry> findByEvaluationIdOrderByIdAsc(String evaluationId, Pageable page);

    Slice<TrailEntry> findByEvaluationIdOrderByRecordedAtDescIdDesc(String evaluationId, Pageable page);
}
