package id.laras.cycle;

import id.laras.cycle.SupervisorChange.Choice;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All choices of HR about changed superiors. */
interface SupervisorChanges extends JpaRepository<SupervisorChange, String> {

    boolean existsByEvaluationIdAndFormerAndChoiceNot(String evaluationId, String former, Choice choice);

    /** What was chosen in evaluations that run, in the order of time. */
    @Query("""
            select new id.laras.cycle.LatestChoice(c.evaluationId, c.choice, c.successor)
            from SupervisorChange c join Evaluation e on e.id = c.evaluationId
            where e.stage not in (id.laras.cycle.Stage.CLOSED, id.laras.cycle.Stage.CANCELLED)
            order by c.decidedAt
            """)
    List<LatestChoice> inRunning();

    List<SupervisorChange> findByEvaluationIdOrderByDecidedAt(String evaluationId);

    List<SupervisorChange> findByEvaluationIdInOrderByDecidedAt(Collection<String> evaluationIds);
}
