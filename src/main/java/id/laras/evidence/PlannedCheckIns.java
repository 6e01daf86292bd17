package id.laras.evidence;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** All check-ins, planned or held. */
interface PlannedCheckIns extends JpaRepository<PlannedCheckIn, String> {

    List<PlannedCheckIn> findByEvaluationIdOrderByOrdinal(String evaluationId);
}
