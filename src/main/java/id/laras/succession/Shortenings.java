package id.laras.succession;

import id.laras.cycle.EndReason;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.RunningEvaluations;
import id.laras.cycle.Schedule;
import id.laras.cycle.Stage;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody serves only a part of the cycle: HR gives their evaluation its own first and last day, the deadlines follow, and
 * what was agreed for more is shared out (docs/adr/0061).
 */
@Service
@Transactional
public class Shortenings {

    private final ShorteningTable shortenings;
    private final HrDecisions decisions;
    private final Employees employees;
    private final RunningEvaluations processes;
    private final SuccessionSettings settings;
    private final Deeds deeds;
    private final Clock clock;

    Shortenings(
            ShorteningTable shortenings,
            HrDecisions decisions,
            Employees employees,
            RunningEvaluations processes,
            SuccessionSettings settings,
            Deeds deeds,
            Clock clock) {
        this.shortenings = shortenings;
        this.decisions = decisions;
        this.employees = employees;
        this.processes = processes;
        this.settings = settings;
        this.deeds = deeds;
        this.clock = clock;
    }

    /**
     * Gives a running evaluation other days, within its cycle; the whole cycle's again when it was a mistake.
     *
     * @throws Refusal as {@link HandOvers#choose}; also when the days are missing or outside of the cycle, they are what they
     *     were, the employee has been rated (what was told to them is not changed by this door), or the actor is the assessor
     */
    public void shorten(
            EvaluationId id, LocalDate firstDay, LocalDate lastDay, EndReason kind, String reason, Actor actor) {
        var evaluation = decisions.running(id, actor);
        var why = HrDecisions.reason(reason);
        if (kind == null) {
            throw new Refusal("cycle.shorten.kind");
        }
        var cycle = evaluation.cycle();
        if (firstDay == null
                || lastDay == null
                || lastDay.isBefore(firstDay)
                || firstDay.isBefore(cycle.firstDay())
                || lastDay.isAfter(cycle.lastDay())) {
            throw new Refusal("cycle.shorten.days");
        }
        if (evaluation.stage().compareTo(Stage.OBJECTION) >= 0) {
            throw new Refusal("cycle.shorten.late");
        }
        if (decisions.isAssessor(actor, evaluation)) {
            throw new Refusal("cycle.evaluation.assessor");
        }
        var before = evaluation.schedule();
        if (before.covers(firstDay, lastDay)) {
            throw new Refusal("cycle.shorten.same");
        }
        evaluation.serve(Schedule.of(cycle, firstDay, lastDay, LocalDate.now(clock)));
        processes.reschedule(evaluation);
        shortenings.save(new Shortening(
                id, before, evaluation.schedule(), settings.proRata(), kind, why, actor.account(), clock.instant()));
        deeds.record(
                actor.account(),
                TrailEvent.SHORTENED,
                id.value(),
                new Shortened(evaluation.employeeName(), firstDay, lastDay, kind, why));
    }

    /** What the trail keeps of it. */
    record Shortened(String employeeName, LocalDate firstDay, LocalDate lastDay, EndReason kind, String reason) {}

    /**
     * For which part of the cycle the employee is evaluated; empty for the whole. What was agreed after HR had given the
     * evaluation its days was agreed for them; what was agreed before, for the days that it had then.
     *
     * @param agreed when the targets that count were approved, null when there are none
     */
    @Transactional(readOnly = true)
    public Optional<Part> part(Evaluation evaluation, Instant agreed) {
        var deeds =
                shortenings.findByEvaluationIdOrderByDecidedAt(evaluation.id().value());
        if (!evaluation.isPart() && deeds.isEmpty()) {
            return Optional.empty();
        }
        var now = evaluation.schedule();
        var measure =
                deeds.isEmpty() ? Measure.NONE : deeds.get(deeds.size() - 1).measure();
        var served = measure.length(now.firstDay(), now.lastDay());
        var agreedFor = deeds.stream()
                .filter(deed -> agreed != null && agreed.isBefore(deed.decidedAt()))
                .findFirst()
                .map(deed -> deed.lengthBefore(measure))
                .orElse(served);
        if (!evaluation.isPart() && served == agreedFor) {
            return Optional.empty();
        }
        var cycle = evaluation.cycle();
        return Optional.of(
                new Part(now.firstDay(), now.lastDay(), cycle.firstDay(), cycle.lastDay(), served, agreedFor, measure));
    }

    /** What HR decided about it, the oldest first. */
    @Transactional(readOnly = true)
    public List<Decided> of(EvaluationId id) {
        return shortenings.findByEvaluationIdOrderByDecidedAt(id.value()).stream()
                .map(deed -> new Decided(
                        deed.firstDay(),
                        deed.lastDay(),
                        deed.kind(),
                        deed.reason(),
                        employees
                                .findByAccount(deed.decidedBy())
                                .map(Employee::name)
                                .orElse(deed.decidedBy()),
                        deed.decidedAt()))
                .toList();
    }

    /** @param by name */
    public record Decided(
            LocalDate firstDay, LocalDate lastDay, EndReason kind, String reason, String by, Instant at) {}
}
