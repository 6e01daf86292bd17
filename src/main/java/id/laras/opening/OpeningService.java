package id.laras.opening;

import id.laras.cycle.Cycle;
import id.laras.cycle.CycleOpenings;
import id.laras.cycle.Evaluation;
import id.laras.people.Employee;
import id.laras.rules.Refusal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** HR opens cycles for units and sees how far that has come. */
@Service
public class OpeningService implements CycleOpenings {

    private final EvaluationOpening opening;
    private final OpeningPlan plan;
    private final Openings openings;
    private final OpeningSkips skips;
    private final OpenedUnits units;

    OpeningService(
            EvaluationOpening opening, OpeningPlan plan, Openings openings, OpeningSkips skips, OpenedUnits units) {
        this.opening = opening;
        this.plan = plan;
        this.openings = openings;
        this.skips = skips;
        this.units = units;
    }

    /**
     * Opens the cycle for the employees of these units (not of those below them), in the background. People whose
     * evaluation exists are left alone, those for whom none can be opened are listed.
     *
     * @return completed when the last one is done, for whoever must wait
     * @throws Refusal when nothing can be opened, or the cycle is being opened right now
     */
    public CompletableFuture<Void> open(String cycleId, Collection<String> unitCodes, String by) {
        return open(cycleId, unitCodes, false, by);
    }

    /**
     * As above.
     *
     * @param twice whether those are opened too who are evaluated in an overlapping cycle of the same kind and scheme; else they are
     *     skipped and told
     */
    public CompletableFuture<Void> open(String cycleId, Collection<String> unitCodes, boolean twice, String by) {
        return opening.start(cycleId, Set.copyOf(unitCodes), twice, by);
    }

    /** How far the latest opening has come; empty when the cycle was never opened. */
    @Transactional(readOnly = true)
    public Optional<OpeningProgress> progress(String cycleId) {
        return openings.findFirstByCycleIdOrderByStartedAtDesc(cycleId).map(this::progress);
    }

    private OpeningProgress progress(Opening latest) {
        return new OpeningProgress(
                latest.id(),
                latest.startedBy(),
                latest.startedAt(),
                latest.finishedAt(),
                latest.interrupted(),
                latest.unitCodes(),
                latest.total(),
                latest.already(),
                latest.opened(),
                latest.skipped());
    }

    /** For whom an opening has opened no evaluation, by unit and name. */
    @Transactional(readOnly = true)
    public Page<OpeningProgress.Skipped> skipped(String openingId, Pageable page) {
        return skips.findByOpeningIdOrderByUnitNameAscEmployeeNameAscIdAsc(openingId, page)
                .map(skip -> new OpeningProgress.Skipped(
                        skip.employeeNip(), skip.employeeName(), skip.unitName(), skip.reason(), skip.otherCycle()));
    }

    /**
     * One employee of a cycle, whose evaluation could be opened anew.
     *
     * @throws Refusal when nobody could be their assessor, or they do not serve any more or yet
     */
    @Transactional(readOnly = true)
    public Candidate candidate(Cycle cycle, Employee employee) {
        return plan.of(cycle, employee);
    }

    /** Opens an evaluation for one person in the caller's transaction, and their unit when it does not take part yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Evaluation openAnew(Cycle cycle, Candidate candidate) {
        return opening.openAnew(cycle, candidate);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isRunning(String cycleId) {
        return openings.existsByCycleIdAndFinishedAtIsNullAndInterruptedFalse(cycleId);
    }

    @Override
    @Transactional(readOnly = true)
    public long units(String cycleId) {
        return units.countByCycleId(cycleId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String cycleId) {
        var begun = openings.findByCycleId(cycleId);
        if (!begun.isEmpty()) {
            skips.deleteOf(begun.stream().map(Opening::id).toList());
            openings.deleteAll(begun);
        }
    }
}
