package id.laras.audit;

import id.laras.cycle.Evaluation;
import id.laras.cycle.Stage;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The evaluations as the search of this room asks for them. */
interface SearchedEvaluations extends Repository<Evaluation, String> {

    /** Null leaves a criterion out; name and NIP are patterns, both or none. */
    @Query(value = """
                    select e from Evaluation e join fetch e.cycle
                    where (:name is null or lower(e.employeeName) like :name escape '!' or e.employeeNip like :nip escape '!')
                      and (:cycle is null or e.cycle.id = :cycle)
                      and (:stage is null or e.stage = :stage)
                    """, countQuery = """
                    select count(e) from Evaluation e
                    where (:name is null or lower(e.employeeName) like :name escape '!' or e.employeeNip like :nip escape '!')
                      and (:cycle is null or e.cycle.id = :cycle)
                      and (:stage is null or e.stage = :stage)
                    """)
    Page<Evaluation> search(String name, String nip, String cycle, Stage stage, Pageable page);
}
