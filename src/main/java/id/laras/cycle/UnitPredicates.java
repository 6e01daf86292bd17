package id.laras.cycle;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The units' own predicates. */
public interface UnitPredicates extends JpaRepository<UnitPredicate, String> {

    @Query("select p.predicate from UnitPredicate p where p.cycleId = :cycleId and p.unitCode = :unitCode")
    Optional<OrganisationPredicate> find(String cycleId, String unitCode);

    Optional<UnitPredicate> findByCycleIdAndUnitCode(String cycleId, String unitCode);

    List<UnitPredicate> findByCycleId(String cycleId);

    void deleteByCycleId(String cycleId);
}
