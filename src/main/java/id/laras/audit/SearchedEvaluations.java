package id.laras.audit;

import id.laras.cycle.Evaluation;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The evaluations as the search of this room asks for them. */
interface SearchedEvaluations extends Repository<Evaluation, String> {

    @Query("""
            select e from Evaluation e join fetch e.cycle c
            where (lower(e.employeeName) like :name escape '\\' or e.employeeNip like :nip escape '\\')
            and (:cycle = '' or c.id = :cycle)
            order by e.employeeName, c.firstDay desc
            """)
    List<Evaluation> search(String name, String nip, String cycle, Limit limit);
}
