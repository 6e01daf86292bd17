package id.laras.cycle;

import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a change of a cycle would do, and whether it may be made. */
@Service
public class MendingPreviews {

    /** Days that have taken effect when they have begun; the others when they are over. */
    private static final List<String> BY_THEIR_MORNING = List.of("assessmentOpens", "calibrationDue");

    /** Nothing happens by itself after this day: tasks are only late. */
    private static final String ONLY_DUE = "targetsDue";

    private final Cycles cycles;
    private final Evaluations evaluations;
    private final CycleOpenings openings;
    private final BehindEvaluations behind;
    private final CycleWarnings warnings;
    private final CycleSettings settings;
    private final Clock clock;

    MendingPreviews(
            Cycles cycles,
            Evaluations evaluations,
            CycleOpenings openings,
            BehindEvaluations behind,
            CycleWarnings warnings,
            CycleSettings settings,
            Clock clock) {
        this.cycles = cycles;
        this.evaluations = evaluations;
        this.openings = openings;
        this.behind = behind;
        this.warnings = warnings;
        this.settings = settings;
        this.clock = clock;
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
    public MendingPreview of(String cycleId, NewCycle wish) {
        var cycle = cycles.findById(cycleId).orElseThrow(() -> new Refusal("cycle.unknown"));
        return of(cycle, wish);
    }

    MendingPreview of(Cycle cycle, NewCycle wish) {
        var opened = isOpened(cycle.id());
        var fields = MendedField.between(cycle.asWished(), wish);
        check(cycle, wish, fields, opened);
        var stages = touched(fields);
        var concerned = opened && !stages.isEmpty();
        var followers = concerned
                ? evaluations.following(cycle.id(), stages, Pageable.ofSize(1)).getTotalElements()
                : 0;
        var moved = opened && fields.stream().anyMatch(field -> field.field().equals("calibrationDue"));
        return new MendingPreview(
                fields,
                opened ? takenAway(cycle.asWished(), wish, fields) : warnings.besides(wish, cycle.id()),
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
    public Page<Follower> followers(String cycleId, MendingPreview preview, Pageable page) {
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
}
