package id.laras.cycle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.rules.Overtaken;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.security.Deeds;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    private final Cycles cycles;
    private final MendingPreviews previews;
    private final CycleChanges changes;
    private final BehindEvaluations behind;
    private final Employees employees;
    private final Deeds deeds;
    private final ApplicationEventPublisher events;
    private final Overtaken races;
    private final ObjectMapper json;
    private final Clock clock;
    private final TransactionTemplate transactions;

    CycleMending(
            Cycles cycles,
            MendingPreviews previews,
            CycleChanges changes,
            BehindEvaluations behind,
            Employees employees,
            Deeds deeds,
            ApplicationEventPublisher events,
            Overtaken races,
            ObjectMapper json,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.cycles = cycles;
        this.previews = previews;
        this.changes = changes;
        this.behind = behind;
        this.employees = employees;
        this.deeds = deeds;
        this.events = events;
        this.races = races;
        this.json = json;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /** The cycle as it is, to be changed. */
    @Transactional(readOnly = true)
    public NewCycle asItIs(String cycleId) {
        return cycles.findById(cycleId).map(Cycle::asWished).orElseThrow(() -> new Refusal("cycle.unknown"));
    }

    /** As the other, for who was shown no preview. */
    public CompletableFuture<Void> mend(String cycleId, NewCycle wish, String reason, String seen, String by) {
        return mend(cycleId, wish, reason, "", seen, by);
    }

    /**
     * Changes a cycle. In one that was opened tasks and timers follow in the background.
     *
     * @param shown {@link MendingPreview#seal} of what HR was shown; empty when nothing was
     * @param seen  {@link CycleWarning#seal} of the warnings that HR has confirmed
     * @return completed when everybody follows, for whoever must wait
     * @throws Refusal as {@link MendingPreviews#of}; also without a reason, when somebody else has changed the cycle since it was shown,
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
        var preview = previews.of(cycle, wish);
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
