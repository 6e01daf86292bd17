package id.laras.dashboard;

import id.laras.cycle.Cycle;
import id.laras.cycle.Evaluation;
import id.laras.cycle.Stage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads evaluations for the overviews; changes nothing. */
public interface EvaluationsAtAGlance extends Repository<Evaluation, String> {

    @EntityGraph(attributePaths = "cycle")
    Optional<Evaluation> findById(String id);

    @EntityGraph(attributePaths = "cycle")
    List<Evaluation> findByEmployeeOrderByCycleFirstDayDesc(String employee);

    /** What the account assesses or decides on; {@code name} is a lower-case pattern; null leaves a criterion out. */
    @Query(value = """
                    select e from Evaluation e join fetch e.cycle
                    where (e.assessor = :account or e.superior = :account)
                      and (:cycle is null or e.cycle.id = :cycle)
                      and (:stage is null or e.stage = :stage)
                      and (:name is null or lower(e.employeeName) like :name escape '!')
                    """, countQuery = """
                    select count(e) from Evaluation e
                    where (e.assessor = :account or e.superior = :account)
                      and (:cycle is null or e.cycle.id = :cycle)
                      and (:stage is null or e.stage = :stage)
                      and (:name is null or lower(e.employeeName) like :name escape '!')
                    """)
    Page<Evaluation> ofPeople(String account, String cycle, Stage stage, String name, Pageable page);

    /** The cycles in which the account assesses or decides on anybody, the latest first. */
    @Query("""
            select distinct c from Evaluation e join e.cycle c
            where e.assessor = :account or e.superior = :account
            order by c.firstDay desc, c.name
            """)
    List<Cycle> cyclesOfPeople(String account);

    /** How many evaluations the account has to assess or to decide on, those that are over left out. */
    @Query("""
            select count(e) from Evaluation e
            where (e.assessor = :account or e.superior = :account) and e.stage not in (id.laras.cycle.Stage.CLOSED, id.laras.cycle.Stage.CANCELLED)
            """)
    long countOfPeople(String account);

    /** How many evaluations of the cycle stand where, one row per unit and stage that has any. */
    @Query("""
            select new id.laras.dashboard.StageCount(e.unitCode, e.unitName, e.stage, count(e))
            from Evaluation e
            where e.cycle.id = :cycle
            group by e.unitCode, e.unitName, e.stage
            order by lower(e.unitName), e.unitCode
            """)
    List<StageCount> countByUnitAndStage(String cycle);

    /** The evaluations of the cycle; {@code units} counts unless {@code everywhere}; null leaves a criterion out, {@code name} is a lower-case pattern. */
    @Query(value = """
                    select e from Evaluation e join fetch e.cycle
                    where e.cycle.id = :cycle
                      and (:everywhere = true or e.unitCode in :units)
                      and (:unit is null or e.unitCode = :unit)
                      and (:stage is null or e.stage = :stage)
                      and (:name is null or lower(e.employeeName) like :name escape '!')
                    """, countQuery = """
                    select count(e) from Evaluation e
                    where e.cycle.id = :cycle
                      and (:everywhere = true or e.unitCode in :units)
                      and (:unit is null or e.unitCode = :unit)
                      and (:stage is null or e.stage = :stage)
                      and (:name is null or lower(e.employeeName) like :name escape '!')
                    """)
    Page<Evaluation> search(
            String cycle,
            boolean everywhere,
            Collection<String> units,
            String unit,
            Stage stage,
            String name,
            Pageable page);
}
