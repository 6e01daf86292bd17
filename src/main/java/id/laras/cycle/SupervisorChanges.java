package id.laras.cycle;

import id.laras.cycle.SupervisorChange.Choice;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** All choices of HR about changed superiors. */
interface SupervisorChanges extends JpaRepository<SupervisorChange, String> {

    boolean existsByEvaluationIdAndFormerAndChoiceNot(String evaluationId, String former, Choice choice);

    /** Few, compared with evaluations: one per change that HR decided on. */
    List<SupervisorChange> findAllByOrderByDecidedAt();

    List<SupervisorChange> findByEvaluationIdOrderByDecidedAt(String evaluationId);
}
