package id.laras.audit;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The trail: things are appended and read. It offers nothing else on purpose. */
interface Trail extends Repository<TrailEntry, Long> {

    TrailEntry save(TrailEntry entry);

    List<TrailEntry> findByEvaluationIdOrderById(String evaluationId);
}
