package id.laras.succession;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All choices of HR about changed superiors. */
interface AssessorChanges extends JpaRepository<AssessorChange, String> {

    /** How often HR chose in evaluations of the unit while the person was the assessor. */
    @Query("select count(c) from AssessorChange c join Evaluation e on e.id = c.evaluationId"
            + " where e.cycle.id = :cycleId and e.unitCode = :unitCode and c.former = :account")
    long countInUnit(String cycleId, String unitCode, String account);

    /** What was chosen in evaluations that run, in the order of time. */
    @Query("""
            select new id.laras.succession.LatestChoice(c.evaluationId, c.choice, c.successor)
            from AssessorChange c join Evaluation e on e.id = c.evaluationId
            where e.stage not in (id.laras.cycle.Stage.CLOSED, id.laras.cycle.Stage.CANCELLED)
            order by c.decidedAt
            """)
    List<LatestChoice> inRunning();

    List<AssessorChange> findByEvaluationIdOrderByDecidedAt(String evaluationId);

    List<AssessorChange> findByEvaluationIdInOrderByDecidedAt(Collection<String> evaluationIds);
}
