package id.laras.cycle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.rules.Overtaken;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import id.laras.security.Deeds;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * HR mends a cycle: all of it while nobody was opened, afterwards only days that have not come yet (docs/adr/0095).
 */
@Service
public class CycleMending {

    /** Days that have taken effect when they have begun; the others when they are over. */
    private static final List<String> BY_THEIR_MORNING = List.of("assessmentOpens", "calibrationDue");

    /** Nothing happens by itself after this day: tasks are only late. */
    private static final String ONLY_DUE = "targetsDue";

    private final Cycles cycles;
    private final Evaluations evaluations;
    private final CycleOpenings openings;
    private final UnitPredicates unitPredicates;
    private final CycleChanges changes;
    private final BehindEvaluations behind;
    private final Employees employees;
    private final Deeds deeds;
    private final ApplicationEventPublisher events;
    private final Overtaken races;
    private final CycleSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private final TransactionTemplate transactions;

    CycleMending(
            Cycles cycles,
            Evaluations evaluations,
            CycleOpenings openings,
            UnitPredicates unitPredicates,
            CycleChanges changes,
            BehindEvaluations behind,
            Employees employees,
            Deeds deeds,
            ApplicationEventPublisher events,
            Overtaken races,
            CycleSettings settings,
            ObjectMapper json,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.cycles = cycles;
        this.evaluations = evaluations;
        this.openings = openings;
        this.unitPredicates = unitPredicates;
        this.changes = changes;
        this.behind = behind;
        this.employees = employees;
        this.deeds = deeds;
        this.events = events;
        this.races = races;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /** What is to be pointed out before a cycle like this is made. */
    @Transactional(readOnly = true)
    public List<CycleWarning> warnings(NewCycle wish) {
        return warnings(wish, "");
    }

    /** What is to be pointed out about a cycle as it is, before it is opened. */
    @Transactional(readOnly = true)
    public List<CycleWarning> warnings(String cycleId) {
        var cycle = cycles.findById(cycleId).orElseThrow(() -> new Refusal("cycle.unknown"));
        return warnings(cycle.asWished(), cycleId);
    }

    private List<CycleWarning> warnings(NewCycle wish, String except) {
        if (!wish.problems().isEmpty()) {
            return List.of();
        }
        var found = CycleWarning.past(wish, clock);
        CycleWarning.hurried(wish, settings.objectionDays()).ifPresent(found::add);
        cycles.overlapping(wish.kind(), wish.firstDay(), wish.lastDay(), except)
                .forEach(other -> found.add(new CycleWarning(
                        CycleWarning.OVERLAP,
                        null,
                        other.name(),
                        evaluations.countByCycleIdAndStandingTrue(other.id()))));
        return found;
    }

    /** The cycle as it is, to be changed. */
    @Transactional(readOnly = true)
    public NewCycle asItIs(String cycleId) {
        return cycles.findById(cycleId).map(Cycle::asWished).orElseThrow(() -> new Refusal("cycle.unknown"));
    }

    /** Whether somebody was opened: then only days may change, and it can no longer be withdrawn. */
    @Transactional(readOnly = true)
    public boolean isOpened(String cycleId) {
        return evaluations.existsByCycleId(cycleId) || openings.units(cycleId) > 0;
    }

    /**
     * What a change would do; nothing is done.
     *
     * @throws Refusal with every rule that it breaks
     */
    @Transactional(readOnly = true)
    public Preview preview(String cycleId, NewCycle wish) {
        var cycle = cycles.findById(cycleId).orElseThrow(() -> new Refusal("cycle.unknown"));
        return preview(cycle, wish);
    }

    private Preview preview(Cycle cycle, NewCycle wish) {
        var opened = isOpened(cycle.id());
        var fields = MendedField.between(cycle.asWished(), wish);
        check(cycle, wish, fields, opened);
        var stages = touched(fields);
        var concerned = opened && !stages.isEmpty();
        var followers = concerned
                ? evaluations.following(cycle.id(), stages, Pageable.ofSize(1)).getTotalElements()
                : 0;
        var moved = opened && fields.stream().anyMatch(field -> field.field().equals("calibrationDue"));
        return new Preview(
                fields,
                opened ? takenAway(cycle.asWished(), wish, fields) : warnings(wish, cycle.id()),
                opened,
                concerned ? stages : List.of(),
                followers,
                concerned ? evaluations.withOwnDays(cycle.id(), stages) : 0,
                moved ? openings.units(cycle.id()) : 0);
    }

    /** What begins or ends on the very day of the change, what comes sooner than people were told, and too little time to object. */
    private List<CycleWarning> takenAway(NewCycle before, NewCycle wish, List<MendedField> fields) {
        var today = LocalDate.now(clock);
        List<CycleWarning> found = new ArrayList<>();
        for (var changed : fields) {
            var was = before.deadlines().get(changed.field());
            var day = wish.deadlines().get(changed.field());
            if (day != null && (day.equals(today) || day.isBefore(was))) {
                var key = day.equals(today) ? CycleWarning.TODAY : CycleWarning.SOONER;
                found.add(new CycleWarning(key + changed.field(), day, null, 0));
            }
        }
        if (fields.stream().anyMatch(changed -> CycleWarning.HURRIED_BY.contains(changed.field()))) {
            CycleWarning.hurried(wish, settings.objectionDays()).ifPresent(found::add);
        }
        return found;
    }

    /**
     * @param warnings  what must be confirmed
     * @param touched   stages in which tasks and timers still go by one of the days
     * @param followers running evaluations in these stages; {@link #followers} names them
     * @param ownDays   running evaluations with days of their own, which stay
     * @param units     units whose meeting is held on another day, unless it was held
     */
    public record Preview(
            List<MendedField> fields,
            List<CycleWarning> warnings,
            boolean opened,
            List<Stage> touched,
            long followers,
            long ownDays,
            long units) {

        /** The same for the same changes, so that HR makes those that they were shown. */
        public String seal() {
            return Integer.toHexString(fields.stream()
                    .map(one -> List.of(one.field(), one.from(), one.to()))
                    .toList()
                    .hashCode());
        }
    }

    /** In which stages the days still bring something about: nobody whose targets are agreed is touched by the day to set them. */
    private static List<Stage> touched(List<MendedField> fields) {
        var days = fields.stream().map(MendedField::field).collect(Collectors.toSet());
        days.remove("calibrationDue");
        if (days.isEmpty()) {
            return List.of();
        }
        if (days.equals(Set.of(ONLY_DUE))) {
            return List.of(Stage.TARGET_SETTING);
        }
        return days.contains("feedbackCloses") || days.contains("assessmentDue")
                ? Stage.beforeResult()
                : List.of(Stage.TARGET_SETTING, Stage.MONITORING);
    }

    /** Whose tasks and timers follow when the cycle's days change as the preview says. */
    @Transactional(readOnly = true)
    public Page<Follower> followers(String cycleId, Preview preview, Pageable page) {
        return evaluations.following(cycleId, preview.touched(), page);
    }

    private void check(Cycle cycle, NewCycle wish, List<MendedField> fields, boolean opened) {
        var problems = wish.problems();
        if (cycles.existsByNameIgnoreCaseAndIdNot(wish.name(), cycle.id())) {
            problems.add(new Problem("cycle.name.taken", wish.name()));
        }
        Refusal.ifAny(problems);
        if (fields.isEmpty()) {
            throw new Refusal("cycle.mend.same");
        }
        if (openings.isRunning(cycle.id())) {
            throw new Refusal("cycle.mend.opening");
        }
        if (behind.count(cycle.id()) > 0) {
            throw new Refusal("cycle.mend.behind");
        }
        if (opened) {
            Refusal.ifAny(mayChange(cycle.asWished(), wish, fields));
        }
    }

    /** Targets were agreed for the period, by the scheme; and what a day has brought about is not taken back. */
    private List<Problem> mayChange(NewCycle before, NewCycle wish, List<MendedField> fields) {
        var today = LocalDate.now(clock);
        List<Problem> problems = new ArrayList<>();
        for (var changed : fields) {
            var field = changed.field();
            var was = before.deadlines().get(field);
            if (was == null || field.equals("lastDay")) {
                problems.add(new Problem("cycle." + field + ".fixed"));
            } else if (wish.deadlines().get(field).isBefore(today)) {
                problems.add(new Problem("cycle." + field + ".past"));
            } else if (!field.equals(ONLY_DUE)
                    && (was.isBefore(today) || was.equals(today) && BY_THEIR_MORNING.contains(field))) {
                problems.add(new Problem("cycle." + field + ".over"));
            }
        }
        return problems;
    }

    /** As the other, for who was shown no preview. */
    public CompletableFuture<Void> mend(String cycleId, NewCycle wish, String reason, String seen, String by) {
        return mend(cycleId, wish, reason, "", seen, by);
    }

    /**
     * Changes a cycle. In one that was opened tasks and timers follow in the background.
     *
     * @param shown {@link Preview#seal} of what HR was shown; empty when nothing was
     * @param seen  {@link CycleWarning#seal} of the warnings that HR has confirmed
     * @return completed when everybody follows, for whoever must wait
     * @throws Refusal as {@link #preview}; also without a reason, when somebody else has changed the cycle since it was shown,
     *     or when the warnings are not those that were confirmed
     */
    public CompletableFuture<Void> mend(
            String cycleId, NewCycle wish, String reason, String shown, String seen, String by) {
        try {
            races.again(() -> transactions.execute(status -> change(cycleId, wish, reason, shown, seen, by)));
        } catch (RuntimeException failure) {
            throw races.any(failure).<RuntimeException>map(refusal -> refusal).orElse(failure);
        }
        return behind.follow();
    }

    private Cycle change(String cycleId, NewCycle wish, String reason, String shown, String seen, String by) {
        var cycle = cycles.locked(cycleId).orElseThrow(() -> new Refusal("cycle.unknown"));
        var preview = preview(cycle, wish);
        if (!shown.isEmpty() && !shown.equals(preview.seal())) {
            throw new Refusal("cycle.mend.outdated");
        }
        var why = Reasons.required(reason, "cycle.handOver.reason");
        if (!preview.warnings().isEmpty()
                && !CycleWarning.seal(preview.warnings()).equals(seen)) {
            throw new Refusal("cycle.warning.unconfirmed");
        }
        var name = cycle.name();
        cycle.mend(wish);
        cycles.saveAndFlush(cycle);
        var fields = MendedField.tree(preview.fields(), json);
        var change = changes.saveAndFlush(new CycleChange(cycleId, fields, why, by, clock.instant()));
        if (!preview.touched().isEmpty()) {
            // all who run, also where nothing goes by the day any more: no run keeps another day than its cycle
            behind.add(change.id(), cycleId);
        }
        if (preview.units() > 0) {
            events.publishEvent(new CalibrationMoved(cycleId, cycle.calibrationDue()));
        }
        // under the cycle's id too, so that its words go when the cycle is erased
        deeds.record(by, TrailEvent.CYCLE_MENDED, cycleId, new Mended(name, fields, preview.followers(), why));
        return cycle;
    }

    /** What the trail keeps of it. */
    record Mended(String cycleName, ObjectNode changes, long followers, String reason) {}

    /** Tries again with those whose tasks and timers do not follow yet. */
    public CompletableFuture<Void> followAgain() {
        return behind.follow();
    }

    /** How many evaluations do not follow the cycle's days yet. */
    public long behind(String cycleId) {
        return behind.count(cycleId);
    }

    /**
     * Takes back a cycle that was opened for nobody.
     *
     * @throws Refusal when somebody was opened or is being opened, or there is no reason
     */
    @Transactional
    public void withdraw(String cycleId, String reason, String by) {
        var cycle = cycles.locked(cycleId).orElseThrow(() -> new Refusal("cycle.unknown"));
        if (isOpened(cycleId)) {
            throw new Refusal("cycle.withdraw.opened");
        }
        if (openings.isRunning(cycleId)) {
            throw new Refusal("cycle.mend.opening");
        }
        var why = Reasons.required(reason, "cycle.handOver.reason");
        openings.forget(cycleId);
        unitPredicates.deleteByCycleId(cycleId);
        changes.deleteByCycleId(cycleId);
        cycles.delete(cycle);
        deeds.record(by, TrailEvent.CYCLE_WITHDRAWN, null, new Withdrawn(cycle.asWished(), why));
    }

    /** What the trail keeps of it. */
    record Withdrawn(NewCycle cycle, String reason) {}

    /** What HR changed of the cycle after it was made, the latest first. */
    @Transactional(readOnly = true)
    public Page<Change> changes(String cycleId, Pageable page) {
        return changes.findByCycleIdOrderByChangedAtDescIdAsc(cycleId, page)
                .map(change -> new Change(
                        MendedField.of(change.fields()),
                        change.reason(),
                        employees
                                .findByAccount(change.changedBy())
                                .map(Employee::name)
                                .orElse(change.changedBy()),
                        change.changedAt()));
    }

    /** @param by name */
    public record Change(List<MendedField> fields, String reason, String by, Instant at) {}
}
