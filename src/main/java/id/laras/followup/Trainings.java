package id.laras.followup;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** All planned trainings. */
interface Trainings extends JpaRepository<PlannedTraining, String> {

    List<PlannedTraining> findByEvaluationIdOrderByDueOnAscTitleAsc(String evaluationId);
}
