package id.laras.opening;

import id.laras.cycle.Evaluation;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What the plan of an opening asks of the evaluations in other cycles. */
interface OtherEvaluations extends Repository<Evaluation, String> {

    /** Evaluations that stand in these cycles, of people who work in these units. */
    @Query(
            "select new id.laras.opening.EvaluatedElsewhere(e.employeeNip, c.name, coalesce(e.schedule.firstDay, c.firstDay),"
                    + " coalesce(e.schedule.lastDay, c.lastDay))"
                    + " from Evaluation e join e.cycle c join Employee p on p.nip = e.employeeNip"
                    + " where c.id in :cycles and p.unitCode in :units and e.standing = true")
    List<EvaluatedElsewhere> in(Collection<String> cycles, Collection<String> units);
}
