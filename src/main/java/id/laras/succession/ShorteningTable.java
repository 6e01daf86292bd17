package id.laras.succession;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** All shortenings. */
interface ShorteningTable extends JpaRepository<Shortening, String> {

    List<Shortening> findByEvaluationIdOrderByDecidedAt(String evaluationId);
}
