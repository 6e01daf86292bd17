package id.laras.people;

import id.laras.security.NamesBeside;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All employees. */
public interface Employees extends JpaRepository<Employee, String> {

    Optional<Employee> findByAccount(String account);

    List<Employee> findByAccountIn(Collection<String> accounts);

    List<Employee> findByUnitCodeInOrderByNip(Collection<String> unitCodes);

    List<Employee> findBySuperiorNipOrderByNip(String superiorNip);

    /** @param wanted part of the name or the beginning of the NIP, in small letters; only people with an account */
    @Query(
            "select e from Employee e where e.account is not null"
                    + " and (lower(e.name) like concat('%', :wanted, '%') or e.nip like concat(:wanted, '%')) order by lower(e.name), e.nip")
    List<Employee> search(String wanted, Limit limit);

    /** As {@link #search} without the NIP. */
    @Query("select e from Employee e where e.account is not null"
            + " and lower(e.name) like concat('%', :wanted, '%') order by lower(e.name), e.nip")
    List<Employee> searchByName(String wanted, Limit limit);

    @Query("select new id.laras.people.HeadCount(e.unitCode, count(e)) from Employee e"
            + " where e.unitCode is not null group by e.unitCode")
    List<HeadCount> countByUnit();

    /** How each of them is shown: with the NIP, because two people may have the same name; by the NIP alone when nobody has it. */
    default Function<String, String> names(Set<String> nips) {
        var found = findAllById(nips).stream().collect(Collectors.toMap(Employee::nip, Employee::name));
        return nip -> found.containsKey(nip) ? NamesBeside.shown(found.get(nip), nip) : nip;
    }
}
