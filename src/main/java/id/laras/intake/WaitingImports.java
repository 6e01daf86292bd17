package id.laras.intake;

import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.rules.Nip;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.security.SecondPerson;
import id.laras.security.StoodIn;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits of imports because it favours whoever imported: somebody else of HR, or the administrator, agrees to all of one
 * import's rows or to none. Whoever the rows favour does not agree to them either, nor does anybody decide whose own role one
 * administrator gave alone, nor that administrator about what their creature imported.
 */
@Service
public class WaitingImports {

    private final WaitingRows rows;
    private final ImportPlanner planner;
    private final PeopleImport people;
    private final StoodIn stoodIn;
    private final Employees employees;
    private final SecondPerson secondPerson;

    WaitingImports(
            WaitingRows rows,
            ImportPlanner planner,
            PeopleImport people,
            StoodIn stoodIn,
            Employees employees,
            SecondPerson secondPerson) {
        this.rows = rows;
        this.planner = planner;
        this.people = people;
        this.stoodIn = stoodIn;
        this.employees = employees;
        this.secondPerson = secondPerson;
    }

    /**
     * @param askedBy name of who imported
     * @param own     whether that is the reader
     */
    public record Waiting(String id, String askedBy, Instant askedAt, List<String> fileNames, boolean own) {}

    /**
     * @param fingerprint of the people for whom the changes are told
     * @param changes     what agreeing would do today, first what names whoever imported
     * @param questions   what a preview of these rows asks, the first of them: whoever imported has confirmed it alone
     * @param problems    why it cannot be agreed to, by whoever it is or by the reader; empty when it can
     * @param mayRefuse   whether the reader may let it go
     */
    public record Details(
            Waiting waiting,
            String fingerprint,
            List<ImportChange> changes,
            List<ImportNotice> questions,
            List<Refusal.Problem> problems,
            boolean mayRefuse) {}

    /** The oldest first; nothing for who has no such role. */
    @Transactional(readOnly = true)
    public Page<Waiting> find(Actor actor, Pageable page) {
        if (!mayRead(actor)) {
            return Page.empty(page);
        }
        var found = rows.page(page);
        var names = stoodIn.names(found.map(WaitingRows.Head::askedBy).toSet());
        return found.map(head -> waiting(head, names.get(head.askedBy()), actor));
    }

    /** How many {@link #find} tells of, without reading what they would change. */
    @Transactional(readOnly = true)
    public long count(Actor actor) {
        return mayRead(actor) ? rows.count() : 0;
    }

    /** Empty when there is none, or the reader may not know of it. */
    @Transactional(readOnly = true)
    public Optional<Details> find(String id, Actor actor) {
        return mayRead(actor) ? rows.find(id).map(kept -> details(kept, actor)) : Optional.empty();
    }

    private Details details(WaitingRows.Kept kept, Actor actor) {
        var waiting = waiting(kept.head(), stoodIn.name(kept.askedBy()), actor);
        var plan = planner.plan(kept.fileNames(), kept.rows(), waiting.own() ? null : actor.account());
        var noSecond = noSecondPerson(kept, actor);
        var mayRefuse = noSecond.isEmpty();
        List<Refusal.Problem> problems = waiting.own()
                ? List.of(new Refusal.Problem("people.waiting.own"))
                : noSecond.map(List::of)
                        .orElseGet(() -> plan.errors().stream()
                                .map(ImportError::reason)
                                .distinct()
                                .toList());
        var questions = plan.notices().stream()
                .filter(ImportNotice::asked)
                .limit(ImportState.SHOWN)
                .toList();
        return plan.waiting().isEmpty()
                ? new Details(
                        waiting,
                        plan.fingerprint(),
                        namedFirst(plan.changes().stream(), kept.askedBy()),
                        questions,
                        problems,
                        mayRefuse)
                : new Details(
                        waiting,
                        plan.fingerprint(),
                        namedFirst(Stream.concat(plan.changes().stream(), plan.waiting().stream()), kept.askedBy()),
                        questions,
                        List.of(noSecond.orElseGet(() -> new Refusal.Problem("people.waiting.favoursYou"))),
                        mayRefuse);
    }

    /** Who looks is to see first what it is about, not after a thousand rows that wait along. */
    private List<ImportChange> namedFirst(Stream<ImportChange> changes, String askedBy) {
        var nip = employees.findByAccount(askedBy).map(Employee::nip).orElse(null);
        Predicate<ImportChange> names = change -> change.values().entrySet().stream()
                .anyMatch(cell -> Nip.isColumn(cell.getKey())
                        && cell.getValue() != null
                        && cell.getValue().equals(nip));
        return changes.sorted(Comparator.comparing(names::test).reversed()).toList();
    }

    private static Waiting waiting(WaitingRows.Head head, String askedBy, Actor actor) {
        return new Waiting(
                head.id(),
                askedBy,
                head.askedAt(),
                head.fileNames(),
                head.askedBy().equals(actor.account()));
    }

    /**
     * Does what waits.
     *
     * @param fingerprint of the people for whom the changes were shown
     * @throws Refusal when there is none any more, the actor may not decide, imported it, or is favoured by it, or the people
     *     are others meanwhile
     */
    public void approve(String id, String fingerprint, Actor actor) {
        var kept = decided(id, actor);
        if (kept.askedBy().equals(actor.account())) {
            throw new Refusal("people.waiting.own");
        }
        people.approve(kept, fingerprint, actor.account());
    }

    /** Why the actor is no second person beside whoever imported; empty when they are, or withdraw what is their own. */
    private Optional<Refusal.Problem> noSecondPerson(WaitingRows.Kept kept, Actor actor) {
        if (kept.askedBy().equals(actor.account())) {
            return Optional.empty();
        }
        if (!secondPerson.isBeyondDoubt(actor.account())) {
            return Optional.of(new Refusal.Problem("people.waiting.inDoubt"));
        }
        return secondPerson.wasMadeHrBy(actor.account(), kept.askedBy())
                ? Optional.of(new Refusal.Problem("people.waiting.yourCreature"))
                : Optional.empty();
    }

    /** Lets it go; whoever imported may do so too. @throws Refusal as {@link #approve} */
    public void refuse(String id, Actor actor) {
        people.refuse(decided(id, actor), actor.account());
    }

    private WaitingRows.Kept decided(String id, Actor actor) {
        var kept = Optional.of(actor)
                .filter(WaitingImports::mayRead)
                .flatMap(one -> rows.find(id))
                .orElseThrow(() -> new Refusal("people.waiting.unknown"));
        noSecondPerson(kept, actor).ifPresent(problem -> {
            throw new Refusal(List.of(problem));
        });
        return kept;
    }

    private static boolean mayRead(Actor actor) {
        return actor.is(Role.HR) || actor.is(Role.ADMIN);
    }
}
