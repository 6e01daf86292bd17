package id.laras.substitution;

import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.people.ReportingLines;
import id.laras.people.Unit;
import id.laras.people.Units;
import id.laras.rules.AgencyDays;
import id.laras.rules.Nip;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import id.laras.security.Account;
import id.laras.security.Accounts;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.NamesBeside;
import id.laras.security.Role;
import id.laras.security.SealedNames;
import id.laras.security.StoodIn;
import id.laras.steps.TaskKind;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may do whose tasks for a time. Naming a substitute changes no task by itself; time does, see {@link SubstitutionProcesses}. */
@Service
@Transactional
public class SubstitutionService {

    /** Days, both ends included; a leave that is longer is HR's matter. */
    static final int LONGEST = 366;

    private static final int FOUND = 20;
    private static final int SHORTEST_SEARCH = 2;

    private final Substitutions substitutions;
    private final ConflictOfInterest conflicts;
    private final SubstitutionProcesses processes;
    private final Employees employees;
    private final Units units;
    private final Accounts accounts;
    private final SealedNames references;
    private final ReportingLines lines;
    private final StoodIn names;
    private final NamesBeside namesakes;
    private final Deeds deeds;
    private final JdbcClient database;
    private final Clock clock;

    SubstitutionService(
            Substitutions substitutions,
            ConflictOfInterest conflicts,
            SubstitutionProcesses processes,
            Employees employees,
            Units units,
            Accounts accounts,
            SealedNames references,
            ReportingLines lines,
            StoodIn names,
            NamesBeside namesakes,
            Deeds deeds,
            JdbcClient database,
            Clock clock) {
        this.substitutions = substitutions;
        this.conflicts = conflicts;
        this.processes = processes;
        this.employees = employees;
        this.units = units;
        this.accounts = accounts;
        this.references = references;
        this.lines = lines;
        this.names = names;
        this.namesakes = namesakes;
        this.deeds = deeds;
        this.database = database;
        this.clock = clock;
    }

    /**
     * A person names their own substitute.
     *
     * @return id of the substitution
     * @throws Refusal with every reason at once: no kind, wrong days, oneself, a substitute who is unknown or away, or a
     *     kind that another substitute has in these days
     */
    public String name(NewSubstitution asked, Actor actor) {
        var substitution = save(actor.account(), asked, actor, null);
        deeds.record(actor.account(), TrailEvent.SUBSTITUTE_NAMED, null, details(substitution));
        return substitution.id();
    }

    /**
     * HR names one for somebody who cannot do it themselves, e.g. because they fell ill.
     *
     * @throws Refusal as {@link #name}, when the actor is not HR, gives no reason, or names themselves
     */
    public String nameFor(String person, NewSubstitution asked, String reason, Actor actor) {
        if (!actor.is(Role.HR)) {
            throw new Refusal("substitution.notHr");
        }
        if (actor.account().equals(asked.substitute())) {
            throw new Refusal("substitution.hrItself");
        }
        var substitution = save(person, asked, actor, Reasons.required(reason, "substitution.reason"));
        deeds.record(actor.account(), TrailEvent.SUBSTITUTE_NAMED, null, details(substitution));
        return substitution.id();
    }

    private Substitution save(String person, NewSubstitution asked, Actor actor, String reason) {
        // Two requests at one moment would each find the days free.
        database.sql("select account from employee where account = ? for update")
                .param(person == null ? "" : person)
                .query(String.class)
                .optional()
                // MariaDB finds it with spaces behind it too, and nobody has a task under that name
                .filter(account -> account.equals(person))
                .orElseThrow(() -> new Refusal("substitution.person"));
        Refusal.ifAny(problems(person, asked));
        var substitution = substitutions.save(new Substitution(
                person,
                asked.substitute(),
                asked.first(),
                asked.last(),
                asked.kinds(),
                actor.account(),
                reason,
                clock.instant()));
        processes.start(substitution.id(), asked.first(), asked.last());
        return substitution;
    }

    private List<Problem> problems(String person, NewSubstitution asked) {
        var problems = new ArrayList<Problem>();
        if (asked.kinds().isEmpty()) {
            problems.add(new Problem("substitution.kinds.missing"));
        }
        if (person.equals(asked.substitute())) {
            problems.add(new Problem("substitution.oneself"));
        } else {
            substituteProblem(asked).ifPresent(problems::add);
        }
        var before = problems.size();
        problems.addAll(dayProblems(asked));
        if (problems.size() == before) {
            problems.addAll(overlaps(person, asked));
        }
        return problems;
    }

    private Optional<Problem> substituteProblem(NewSubstitution asked) {
        var employee = asked.substitute() == null
                ? null
                : employees
                        .findByAccount(asked.substitute())
                        .filter(found -> found.account().equals(asked.substitute()))
                        .orElse(null);
        if (employee == null) {
            return Optional.of(new Problem("substitution.unknown"));
        }
        if (accounts.findById(asked.substitute()).filter(Account::closed).isPresent()) {
            return Optional.of(new Problem("substitution.closed", employee.name()));
        }
        return AgencyDays.isLikely(asked.first())
                        && lines.on(asked.first()).absent().test(employee.nip())
                ? Optional.of(new Problem("substitution.away", employee.name()))
                : Optional.empty();
    }

    private List<Problem> dayProblems(NewSubstitution asked) {
        if (asked.first() == null || asked.last() == null) {
            return List.of(new Problem("substitution.days"));
        }
        if (asked.first().isBefore(LocalDate.now(clock))) {
            return List.of(new Problem("substitution.past"));
        }
        if (!AgencyDays.isLikely(asked.first()) || !AgencyDays.isLikely(asked.last())) {
            return List.of(new Problem("substitution.years"));
        }
        if (asked.last().isBefore(asked.first())) {
            return List.of(new Problem("substitution.order"));
        }
        return asked.last().isBefore(asked.first().plusDays(LONGEST))
                ? List.of()
                : List.of(new Problem("substitution.long", LONGEST));
    }

    private List<Problem> overlaps(String person, NewSubstitution asked) {
        return substitutions.findByPersonOrderByFirstDayDesc(person).stream()
                .filter(other -> other.meets(asked.first(), asked.last()))
                .filter(other -> other.kinds().stream().anyMatch(asked.kinds()::contains))
                .map(other -> new Problem("substitution.taken", names.name(other.substitute())))
                .toList();
    }

    /**
     * Ends a substitution before its last day is over, or before it begins.
     *
     * @throws Refusal when there is none, it is over, or the actor is neither the person whose it is nor HR
     */
    public void end(String id, Actor actor) {
        var substitution = substitutions
                .findById(id)
                .filter(found -> found.person().equals(actor.account()) || actor.is(Role.HR))
                .orElseThrow(() -> new Refusal("substitution.none"));
        if (!substitution.isOpen(LocalDate.now(clock))) {
            throw new Refusal("substitution.over");
        }
        substitution.end(actor.account(), clock.instant());
        // Written before the engine asks who may do what.
        substitutions.flush();
        processes.end(id);
        deeds.record(actor.account(), TrailEvent.SUBSTITUTION_ENDED, null, details(substitution));
    }

    private Details details(Substitution substitution) {
        return new Details(
                names.name(substitution.person()),
                names.name(substitution.substitute()),
                substitution.firstDay(),
                substitution.lastDay(),
                List.copyOf(substitution.kinds()),
                substitution.reason());
    }

    /** What the trail keeps of it. */
    record Details(
            String person,
            String substitute,
            LocalDate firstDay,
            LocalDate lastDay,
            List<TaskKind> kinds,
            String reason) {}

    /** Account of who may do this step for the person today; a substitute's own substitute never counts. */
    @Transactional(readOnly = true)
    public Optional<String> substitute(String person, TaskKind kind, String businessKey) {
        var today = LocalDate.now(clock);
        return substitutions.findByPersonOrderByFirstDayDesc(person).stream()
                .filter(substitution ->
                        substitution.isOn(today) && substitution.kinds().contains(kind))
                .filter(substitution -> !conflicts.excludes(substitution, kind, businessKey))
                .map(Substitution::substitute)
                .findFirst();
    }

    /** Account of whose tasks it is about. */
    @Transactional(readOnly = true)
    public String person(String id) {
        return substitutions.findById(id).orElseThrow().person();
    }

    /** Whom the person has named, the latest first. */
    @Transactional(readOnly = true)
    public List<SubstitutionView> of(String person) {
        return views(substitutions.findByPersonOrderByFirstDayDesc(person));
    }

    /** For whom somebody stands in, stood in or will, the latest first. */
    @Transactional(readOnly = true)
    public List<SubstitutionView> by(String substitute) {
        return views(substitutions.findBySubstituteOrderByFirstDayDesc(substitute));
    }

    /** Everybody's that runs or will, by the first day. */
    @Transactional(readOnly = true)
    public Page<SubstitutionView> open(Pageable page) {
        var found = substitutions.findByEndedAtIsNullAndLastDayGreaterThanEqualOrderByFirstDayAscIdAsc(
                LocalDate.now(clock), page);
        var known = known(found.getContent());
        return found.map(substitution -> view(substitution, known));
    }

    private List<SubstitutionView> views(List<Substitution> found) {
        var known = known(found);
        return found.stream().map(substitution -> view(substitution, known)).toList();
    }

    /** Their names by account, asked for at once. */
    private Map<String, String> known(List<Substitution> found) {
        return names.names(found.stream()
                .flatMap(one -> Stream.of(one.person(), one.substitute(), one.namedBy()))
                .collect(Collectors.toSet()));
    }

    private SubstitutionView view(Substitution substitution, Map<String, String> known) {
        var byHr = !substitution.namedBy().equals(substitution.person());
        return new SubstitutionView(
                substitution.id(),
                substitution.person(),
                known.get(substitution.person()),
                substitution.substitute(),
                known.get(substitution.substitute()),
                substitution.firstDay(),
                substitution.lastDay(),
                List.copyOf(substitution.kinds()),
                known.get(substitution.namedBy()),
                substitution.namedAt(),
                byHr,
                substitution.reason(),
                substitution.endedAt(),
                state(substitution));
    }

    private SubstitutionView.State state(Substitution substitution) {
        var today = LocalDate.now(clock);
        if (!substitution.isOpen(today)) {
            return SubstitutionView.State.OVER;
        }
        return substitution.isOn(today) ? SubstitutionView.State.RUNNING : SubstitutionView.State.PLANNED;
    }

    /**
     * Employees whom one may name, by name. HR finds people by their NIP too; for everybody else it would tell a NIP digit by
     * digit.
     *
     * @param words part of the name, or for HR the beginning of the NIP; with fewer than two characters nobody is found
     */
    @Transactional(readOnly = true)
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
    @Transactional(readOnly = true)
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

    /** The kinds that mean something to this person: only HR has tasks of its team. */
    public static List<TaskKind> kinds(boolean hr) {
        return EnumSet.allOf(TaskKind.class).stream()
                .filter(kind -> hr || kind != TaskKind.TEAM)
                .collect(Collectors.toList());
    }
}
