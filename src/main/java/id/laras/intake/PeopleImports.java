package id.laras.intake;

import id.laras.intake.ImportState.Stage;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Role;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Service;

/**
 * HR's imports in two steps: a preview of what files would do, then exactly that or nothing. Both run in the background,
 * one at a time. A preview is kept in memory for a while, for the person who asked for it alone, like the session: what
 * is refused or forgotten leaves no trace in the database.
 */
@Service
public class PeopleImports {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleImports.class);

    /** Previews in memory at the same time, one for each person. */
    private static final int KEPT = 5;

    private final ImportPlanner planner;
    private final PeopleImport people;
    private final ImportLimits limits;
    private final Clock clock;
    private final ThreadPoolTaskExecutor thread;
    private final Map<String, Work> works = new LinkedHashMap<>();

    PeopleImports(ImportPlanner planner, PeopleImport people, ImportLimits limits, Clock clock) {
        this.planner = planner;
        this.people = people;
        this.limits = limits;
        this.clock = clock;
        this.thread = new ThreadPoolTaskExecutorBuilder()
                .maxPoolSize(1)
                .queueCapacity(KEPT)
                .threadNamePrefix("people-import-")
                .awaitTermination(true)
                .awaitTerminationPeriod(Duration.ofSeconds(60))
                .build();
        this.thread.initialize();
    }

    /** What is being applied is brought to its end; the rest is forgotten, as the sessions are. */
    @PreDestroy
    void stop() {
        thread.getThreadPoolExecutor().getQueue().clear();
        thread.shutdown();
    }

    /**
     * Begins to read the files; the person's earlier preview is forgotten.
     *
     * @return id of the import
     * @throws Refusal when there is no file, the person may not import, or too many imports wait already
     */
    public String preview(ImportFiles files, Actor by) {
        if (!by.is(Role.HR)) {
            throw new Refusal("people.import.forbidden");
        }
        if (files.none()) {
            throw new Refusal("people.import.noFile");
        }
        var work = new Work(by.account(), files.names(), clock.instant().plus(limits.keptFor()));
        remember(work);
        try {
            work.done = CompletableFuture.runAsync(() -> read(work, files), thread);
        } catch (RejectedExecutionException full) {
            forget(work);
            throw new Refusal("people.import.busy");
        }
        return work.id;
    }

    private void read(Work work, ImportFiles files) {
        try {
            var plan = planner.plan(files, work.owner, percent -> work.percent = percent);
            work.plan = plan;
            work.stage = plan.accepted() ? Stage.READY : Stage.REFUSED;
        } catch (RuntimeException failure) {
            // whoever named the files may have named them after somebody
            LOG.error("{} files of an import could not be read", work.fileNames.size(), failure);
            work.fail(new Refusal.Problem("people.import.failed"));
        }
    }

    /** What the import would do, or does; empty when there is none of that id for this person (any more). */
    public Optional<ImportState> state(String id, Actor by) {
        return find(id, by).map(Work::state);
    }

    /** Completed when what runs now has ended; empty as {@link #state}. */
    public Optional<CompletableFuture<Void>> running(String id, Actor by) {
        return find(id, by).map(work -> work.done);
    }

    /**
     * Begins to apply what was previewed.
     *
     * @param confirmed whether the person says that what the preview asks about is meant so
     * @throws Refusal when something is asked and not confirmed, when it has errors, is being applied or was applied, or cannot be applied any more
     */
    public void apply(String id, boolean confirmed, Actor by) {
        var work = find(id, by).orElseThrow(() -> new Refusal("people.import.unknown"));
        synchronized (work) {
            if (work.stage != Stage.READY) {
                throw new Refusal("people.import.notReady");
            }
            if (work.plan.asked() > 0 && !confirmed) {
                throw new Refusal("people.import.unconfirmed", work.plan.asked());
            }
            work.percent = 0;
            work.stage = Stage.APPLYING;
        }
        try {
            work.done = CompletableFuture.runAsync(() -> apply(work), thread);
        } catch (RejectedExecutionException full) {
            work.stage = Stage.READY;
            throw new Refusal("people.import.busy");
        }
    }

    private void apply(Work work) {
        try {
            var all = Math.max(1, work.plan.changes().size());
            people.apply(work.plan, work.owner, done -> work.percent = done * 95 / all);
            work.stage = Stage.APPLIED;
        } catch (Refusal refusal) {
            work.fail(refusal.problems().get(0));
        } catch (RuntimeException failure) {
            LOG.error("An import of {} files failed and was undone", work.fileNames.size(), failure);
            work.fail(new Refusal.Problem("people.import.failed"));
        }
    }

    private synchronized void remember(Work work) {
        forgetOld();
        works.values().removeIf(other -> other.owner.equals(work.owner) && other.stage != Stage.APPLYING);
        works.values().stream()
                .filter(other -> !other.stage.equals(Stage.APPLYING))
                .limit(Math.max(0, works.size() + 1 - KEPT))
                .toList()
                .forEach(this::forget);
        works.put(work.id, work);
    }

    private synchronized void forget(Work work) {
        works.remove(work.id);
    }

    private synchronized Optional<Work> find(String id, Actor by) {
        forgetOld();
        return by.is(Role.HR)
                ? Optional.ofNullable(works.get(id)).filter(work -> work.owner.equals(by.account()))
                : Optional.empty();
    }

    private void forgetOld() {
        var now = clock.instant();
        works.values().removeIf(work -> work.stage != Stage.APPLYING && work.expiresAt.isBefore(now));
    }

    /** One import; the thread writes, requests read. */
    private static final class Work {

        private final String id = UUID.randomUUID().toString();
        private final String owner;
        private final List<String> fileNames;
        private final Instant expiresAt;
        private volatile Stage stage = Stage.READING;
        private volatile int percent;
        private volatile ImportPlan plan;
        private volatile Refusal.Problem problem;
        private volatile CompletableFuture<Void> done = new CompletableFuture<>();

        Work(String owner, List<String> fileNames, Instant expiresAt) {
            this.owner = owner;
            this.fileNames = List.copyOf(fileNames);
            this.expiresAt = expiresAt;
        }

        void fail(Refusal.Problem why) {
            problem = why;
            stage = Stage.FAILED;
        }

        ImportState state() {
            var now = stage;
            var known = plan;
            return known == null
                    ? new ImportState(
                            id, now, percent, fileNames, expiresAt, 0, List.of(), List.of(), 0, 0, Map.of(), List.of(),
                            List.of(), problem)
                    : new ImportState(
                            id,
                            now,
                            percent,
                            fileNames,
                            expiresAt,
                            known.errorCount(),
                            known.errors(),
                            known.notices(),
                            known.noticeCount(),
                            known.asked(),
                            known.counts(),
                            known.changes(),
                            known.waiting(),
                            problem);
        }
    }
}
