package id.laras.substitution;

import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.people.Unit;
import id.laras.people.Units;
import id.laras.rules.Nip;
import id.laras.security.Actor;
import id.laras.security.NamesBeside;
import id.laras.security.Role;
import id.laras.security.SealedNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds whom one may name, without telling accounts. */
@Service
@Transactional(readOnly = true)
public class SubstituteSearch {

    private static final int FOUND = 20;
    private static final int SHORTEST_SEARCH = 2;

    private final Employees employees;
    private final Units units;
    private final SealedNames references;
    private final NamesBeside namesakes;

    SubstituteSearch(Employees employees, Units units, SealedNames references, NamesBeside namesakes) {
        this.employees = employees;
        this.units = units;
        this.references = references;
        this.namesakes = namesakes;
    }

    /**
     * Employees whom one may name, by name. HR finds people by their NIP too; for everybody else it would tell a NIP digit by
     * digit.
     *
     * @param words part of the name, or for HR the beginning of the NIP; with fewer than two characters nobody is found
     */
    public List<Found> search(String words, Actor actor) {
        var wanted = words == null ? "" : Nip.searched(words).toLowerCase(Locale.ROOT);
        if (wanted.length() < SHORTEST_SEARCH) {
            return List.of();
        }
        var found = actor.is(Role.HR)
                ? employees.search(wanted, Limit.of(FOUND))
                : employees.searchByName(wanted, Limit.of(FOUND));
        var names = units
                .findAllById(found.stream()
                        .map(Employee::unitCode)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Unit::code, Unit::name));
        var beside = namesakes.beside(found.stream().map(Employee::account).toList());
        return found.stream()
                .map(employee -> found(employee, names.getOrDefault(employee.unitCode(), "–"), beside, actor))
                .toList();
    }

    /** Whom the reference names that {@link #search} told this actor; empty when it names nobody. */
    public Optional<Found> find(String reference, Actor actor) {
        return employees
                .findByAccount(account(reference, actor))
                .map(employee -> found(
                        employee,
                        Optional.ofNullable(employee.unitCode())
                                .flatMap(units::findById)
                                .map(Unit::name)
                                .orElse("–"),
                        namesakes.beside(List.of(employee.account())),
                        actor));
    }

    /** The account behind a reference; what is none is an account that nobody has. */
    public String account(String reference, Actor actor) {
        return references.open(reference, actor.account()).orElse("");
    }

    private Found found(Employee employee, String unitName, Map<String, String> beside, Actor actor) {
        return new Found(
                references.seal(employee.account(), actor.account()),
                NamesBeside.shown(employee.name(), beside.get(employee.account())),
                employee.position(),
                unitName,
                actor.is(Role.HR) ? employee.nip() : null);
    }

    /**
     * @param reference for the next step of the page
     * @param name      with what tells namesakes apart beside it
     * @param nip       for HR only: names may be alike
     */
    public record Found(String reference, String name, String position, String unitName, String nip) {}
}
