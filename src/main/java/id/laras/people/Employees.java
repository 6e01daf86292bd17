package id.laras.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All employees. */
public interface Employees extends JpaRepository<Employee, String> {

    Optional<Employee> findByAccount(String account);

    List<Employee> findByUnitCodeInOrderByNip(Collection<String> unitCodes);

    List<Employee> findBySupervisorNipOrderByNip(String supervisorNip);

    @Query("select new id.laras.people.HeadCount(e.unitCode, count(e)) from Employee e group by e.unitCode")
    List<HeadCount> countByUnit();
}
