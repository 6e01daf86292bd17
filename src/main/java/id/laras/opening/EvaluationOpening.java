package id.laras.opening;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.laras.cycle.Cycle;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationProcesses;
import id.laras.cycle.EvaluationRecorded;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Schedule;
import id.laras.opening.OpeningSkip.Reason;
import id.laras.people.Employee;
import id.laras.rules.Overtaken;
import id.laras.rules.Refusal;
import id.laras.security.Deeds;
import id.laras.steps.TrailEvent;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens evaluations in batches, several at a time, each batch one transaction: nobody is opened twice (the database
 * forbids it), one person's fault stops nobody else, and after a crash opening again goes on where it stopped.
 */
@Component
class EvaluationOpening {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationOpening.class);

    private final OpeningPlan plan;
    private final Evaluations evaluations;
    private final EvaluationProcesses processes;
    private final OpenedUnits openedUnits;
    private final Openings openings;
    private final OpeningSkips skips;
    private final ApplicationEventPublisher events;
    private final Deeds deeds;
    private final OpeningSettings settings;
    private final Overtaken races;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final ThreadPoolTaskExecutor threads;
    private final Set<String> runningCycles = ConcurrentHashMap.newKeySet();

    EvaluationOpening(
            OpeningPlan plan,
            Evaluations evaluations,
            EvaluationProcesses processes,
            OpenedUnits openedUnits,
            Openings openings,
            OpeningSkips skips,
            ApplicationEventPublisher events,
            Deeds deeds,
            OpeningSettings settings,
            Overtaken races,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.plan = plan;
        this.evaluations = evaluations;
        this.processes = processes;
        this.openedUnits = openedUnits;
        this.openings = openings;
        this.skips = skips;
        this.events = events;
        this.deeds = deeds;
        this.settings = settings;
        this.races = races;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
        this.threads = new ThreadPoolTaskExecutorBuilder()
                .corePoolSize(settings.openingThreads())
                .threadNamePrefix("opening-")
                .awaitTermination(true)
                .awaitTerminationPeriod(Duration.ofSeconds(30))
                .build();
        this.threads.initialize();
    }

    /** What is not begun is left for the next opening; what is begun is brought to its end. */
    @PreDestroy
    void stop() {
        threads.getThreadPoolExecutor().getQueue().clear();
        threads.shutdown();
    }

    /** @param twice whether those are opened too who are evaluated in an overlapping cycle of the same kind and scheme */
    CompletableFuture<Void> start(String cycleId, Set<String> unitCodes, boolean twice, String by) {
        if (!runningCycles.add(cycleId)) {
            throw new Refusal("cycle.opening.running");
        }
        try {
            var begun = races.again(() -> transactions.execute(status -> begin(cycleId, unitCodes, twice, by)));
            var cycle = begun.cycle();
            return CompletableFuture.supplyAsync(() -> openUnits(cycle, begun.draft()), threads)
                    .thenCompose(failedUnits ->
                            openAll(cycle, begun.opening(), begun.draft().candidates(), failedUnits))
                    .whenComplete((done, failure) -> end(cycle, begun.opening(), failure));
        } catch (RuntimeException refused) {
            runningCycles.remove(cycleId);
            throw refused;
        }
    }

    private record Begun(Cycle cycle, OpeningPlan.Draft draft, Opening opening) {}

    private Begun begin(String cycleId, Set<String> unitCodes, boolean twice, String by) {
        var cycle = plan.lock(cycleId);
        var draft = plan.of(cycle, unitCodes, twice);
        var opening = openings.saveAndFlush(new Opening(
                cycle.id(), draft.unitNames().keySet(), by, clock.instant(), draft.total(), draft.already()));
        skips.saveAll(draft.leftOut().stream()
                .map(out -> skip(
                        opening,
                        out.employee(),
                        draft.unitNames().get(out.employee().unitCode()),
                        out.reason(),
                        out.otherCycle()))
                .toList());
        openings.count(opening.id(), 0, 0, draft.leftOut().size());
        var units = draft.unitNames().values().stream().sorted().toList();
        deeds.record(
                by,
                TrailEvent.CYCLE_OPENED,
                null,
                new Opened(cycle.name(), units, draft.total(), draft.already(), twice ? Boolean.TRUE : null));
        return new Begun(cycle, draft, opening);
    }

    /**
     * What the trail keeps of an order to open.
     *
     * @param people  employees of the chosen units
     * @param already of these: opened before
     * @param twice   HR wanted also those who are evaluated elsewhere for some of the same days; else null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opened(String cycleName, List<String> unitNames, int people, int already, Boolean twice) {}

    /** Writes down the units that take part for the first time; the units for which that failed. */
    private Set<String> openUnits(Cycle cycle, OpeningPlan.Draft draft) {
        var known = openedUnits.findByCycleIdOrderByUnitCode(cycle.id()).stream()
                .map(OpenedUnit::unitCode)
                .collect(Collectors.toSet());
        var wanted = draft.candidates().stream()
                .map(candidate -> candidate.employee().unitCode())
                .filter(code -> !known.contains(code))
                .collect(Collectors.toSet());
        Set<String> failed = new HashSet<>();
        for (var code : wanted) {
            try {
                races.again(() -> transactions.execute(
                        status -> openUnit(cycle, code, draft.unitNames().get(code))));
            } catch (RuntimeException failure) {
                if (!openedUnits.existsByCycleIdAndUnitCode(cycle.id(), code)) {
                    LOG.error("Unit {} could not be opened in cycle {}", code, cycle.id(), failure);
                    failed.add(code);
                }
            }
        }
        return failed;
    }

    private OpenedUnit openUnit(Cycle cycle, String code, String name) {
        var opened = openedUnits.saveAndFlush(new OpenedUnit(cycle.id(), code, name, clock.instant()));
        events.publishEvent(new UnitOpened(cycle.id(), code, name, cycle.calibrationDue()));
        return opened;
    }

    private CompletableFuture<Void> openAll(
            Cycle cycle, Opening opening, List<Candidate> candidates, Set<String> failedUnits) {
        List<CompletableFuture<Void>> batches = new ArrayList<>();
        var size = settings.openingBatch();
        for (var from = 0; from < candidates.size(); from += size) {
            var batch = candidates.subList(from, Math.min(from + size, candidates.size()));
            batches.add(CompletableFuture.runAsync(() -> openBatch(cycle, opening, batch, failedUnits), threads));
        }
        return CompletableFuture.allOf(batches.toArray(CompletableFuture[]::new));
    }

    private void openBatch(Cycle cycle, Opening opening, List<Candidate> batch, Set<String> failedUnits) {
        var open = batch.stream()
                .filter(candidate -> !failedUnits.contains(candidate.employee().unitCode()))
                .toList();
        batch.stream()
                .filter(candidate -> !open.contains(candidate))
                .forEach(candidate -> leaveOut(cycle, opening, candidate, null));
        try {
            openTogether(cycle, opening, open);
        } catch (RuntimeException failure) {
            if (races.any(failure).isPresent()) {
                LOG.info("Another server opens the same people in cycle {}; they are opened one by one", cycle.id());
            } else {
                LOG.warn("A batch of {} in cycle {} failed and is opened one by one", open.size(), cycle.id(), failure);
            }
            open.forEach(candidate -> openAlone(cycle, opening, candidate));
        }
    }

    private void openTogether(Cycle cycle, Opening opening, List<Candidate> batch) {
        transactions.executeWithoutResult(status -> {
            for (var candidate : batch) {
                open(cycle, candidate);
            }
            openings.count(opening.id(), batch.size(), 0, 0);
        });
    }

    /** Opens an evaluation for one person in the caller's transaction, and their unit when it does not take part yet. */
    Evaluation openAnew(Cycle cycle, Candidate candidate) {
        plan.lock(cycle.id());
        var unit = candidate.employee().unitCode();
        if (!openedUnits.existsByCycleIdAndUnitCode(cycle.id(), unit)) {
            openUnit(cycle, unit, candidate.unitName());
        }
        return open(cycle, candidate);
    }

    private Evaluation open(Cycle cycle, Candidate candidate) {
        var evaluation = evaluations.save(candidate.evaluation(cycle, LocalDate.now(clock)));
        processes.start(evaluation);
        if (evaluation.isPart()) {
            events.publishEvent(new EvaluationRecorded(
                    evaluation.id(), TrailEvent.OPENED_FOR_PART, null, clock.instant(), days(evaluation.schedule())));
        }
        return evaluation;
    }

    private static String days(Schedule days) {
        return "{\"firstDay\":\"" + days.firstDay() + "\",\"lastDay\":\"" + days.lastDay() + "\"}";
    }

    private void openAlone(Cycle cycle, Opening opening, Candidate candidate) {
        try {
            races.again(() -> {
                openTogether(cycle, opening, List.of(candidate));
                return candidate;
            });
        } catch (RuntimeException failure) {
            leaveOut(cycle, opening, candidate, failure);
        }
    }

    /** Somebody else may have opened them in the meantime; then all is well, and nothing to be written into the log. */
    private void leaveOut(Cycle cycle, Opening opening, Candidate candidate, RuntimeException failure) {
        transactions.executeWithoutResult(status -> {
            var employee = candidate.employee();
            if (evaluations.existsByCycleIdAndEmployeeNip(cycle.id(), employee.nip())) {
                openings.count(opening.id(), 0, 1, 0);
            } else {
                if (failure != null) {
                    // who it was stands on HR's page
                    LOG.error(
                            "Somebody of unit {} could not be opened in {}", employee.unitCode(), cycle.id(), failure);
                }
                skips.save(skip(opening, employee, candidate.unitName(), Reason.FAILED, null));
                openings.count(opening.id(), 0, 0, 1);
            }
        });
    }

    private static OpeningSkip skip(
            Opening opening, Employee employee, String unitName, Reason reason, String otherCycle) {
        return new OpeningSkip(opening.id(), employee.nip(), employee.name(), unitName, reason, otherCycle);
    }

    private void end(Cycle cycle, Opening opening, Throwable failure) {
        try {
            if (failure == null) {
                transactions.executeWithoutResult(status -> openings.finish(opening.id(), clock.instant()));
            } else {
                LOG.error("The opening of cycle {} was interrupted", cycle.id(), failure);
                transactions.executeWithoutResult(status -> openings.interrupt(opening.id()));
            }
        } finally {
            runningCycles.remove(cycle.id());
        }
    }
}
