package id.laras.substitution;

import id.laras.people.Employees;
import id.laras.people.ReportingLines;
import id.laras.rules.AgencyDays;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import id.laras.security.Account;
import id.laras.security.Accounts;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.Role;
import id.laras.security.StoodIn;
import id.laras.steps.TaskKind;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may do whose tasks for a time. Naming a substitute changes no task by itself; time does, see {@link SubstitutionProcesses}. */
@Service
@Transactional
public class SubstitutionService {

    /** Days, both ends included; a leave that is longer is HR's matter. */
    static final int LONGEST = 366;

    private final Substitutions substitutions;
    private final ConflictOfInterest conflicts;
    private final SubstitutionProcesses processes;
    private final Employees employees;
    private final Accounts accounts;
    private final ReportingLines lines;
    private final StoodIn names;
    private final Deeds deeds;
    private final JdbcClient database;
    private final Clock clock;

    SubstitutionService(
            Substitutions substitutions,
            ConflictOfInterest conflicts,
            SubstitutionProcesses processes,
            Employees employees,
            Accounts accounts,
            ReportingLines lines,
            StoodIn names,
            Deeds deeds,
            JdbcClient database,
            Clock clock) {
        this.substitutions = substitutions;
        this.conflicts = conflicts;
        this.processes = processes;
        this.employees = employees;
        this.accounts = accounts;
        this.lines = lines;
        this.names = names;
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

    /** The kinds that mean something to this person: only HR has tasks of its team. */
    public static List<TaskKind> kinds(boolean hr) {
        return EnumSet.allOf(TaskKind.class).stream()
                .filter(kind -> hr || kind != TaskKind.TEAM)
                .collect(Collectors.toList());
    }
}
