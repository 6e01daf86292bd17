package id.laras.target;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All versions of all plans. */
interface TargetPlans extends JpaRepository<TargetPlan, String> {

    List<TargetPlan> findByEvaluationIdOrderByPlanVersion(String evaluationId);

    /** The approved versions of a person's own evaluation in a cycle, newest first. */
    @Query("""
            select p from TargetPlan p, Evaluation e
            where p.evaluationId = e.id and e.cycle.id = :cycleId and e.employee = :account
              and e.stage <> id.laras.cycle.Stage.CANCELLED
              and p.status = id.laras.target.PlanStatus.APPROVED
            order by p.planVersion desc""")
    List<TargetPlan> findApprovedOf(String cycleId, String account);
}
