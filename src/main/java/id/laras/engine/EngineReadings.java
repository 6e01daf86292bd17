package id.laras.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.Role;
import id.laras.steps.TrailEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Notes down what somebody read through Camunda's own API, once a day: of which evaluation, when they asked for it by an id
 * or a business key. Which rows a search showed is not known, so for those who may read everybody's the whole question is
 * noted, unless its path named one thing and so could tell of nothing else. So are searches on our own pages.
 */
@Component
class EngineReadings {

    /** Beyond it the trail itself is asked whether a reading stands there, and a search may stand there twice. */
    private static final int MOST_NOTED = 100_000;

    /**
     * What this server has noted already on a day, so that Tasklist's many calls cost nothing, or is noting: true once it
     * stands in the trail, false when it could not be written.
     */
    private final ConcurrentMap<String, CompletableFuture<Boolean>> noted = Caffeine.newBuilder()
            .maximumSize(MOST_NOTED)
            .expireAfterWrite(Duration.ofDays(1))
            .<String, CompletableFuture<Boolean>>build()
            .asMap();

    private final EngineIds ids;
    private final Deeds deeds;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    EngineReadings(
            EngineIds ids,
            Deeds deeds,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock) {
        this.ids = ids;
        this.deeds = deeds;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether the actor reads everybody's processes, so that their questions are kept. */
    static boolean readsEverybodys(Actor actor) {
        return actor.is(Role.HR) || actor.is(Role.AUDITOR);
    }

    /**
     * Whatever was noted today opens no transaction. What another call of the same person is noting at this moment is waited
     * for, and noted here when that one fails: nothing is answered that nobody noted.
     *
     * @throws RuntimeException when it could not be written; the next call tries again
     */
    void note(Actor actor, EngineQuestion question) {
        boolean noted;
        do {
            noted = new Attempt(actor).note(question);
        } while (!noted);
    }

    /** One call's claim on what nobody has noted yet. */
    private final class Attempt {

        private final Actor actor;
        private final LocalDate day = LocalDate.now(clock);
        private final CompletableFuture<Boolean> written = new CompletableFuture<>();
        private final List<String> claimed = new ArrayList<>();
        private final List<CompletableFuture<Boolean>> others = new ArrayList<>();

        Attempt(Actor actor) {
            this.actor = actor;
        }

        /** @return false when another call was to write a part of it, and failed */
        boolean note(EngineQuestion question) {
            var everybodys = readsEverybodys(actor) || question.isOfPage();
            var unknown = (everybodys ? question.ids() : question.named())
                    .stream().filter(this::claim).toList();
            var asked = everybodys && claim(String.valueOf(question));
            if (!claimed.isEmpty()) {
                write(question, unknown, asked);
            }
            // after one's own: two who wait for each other with claims of their own would wait for ever
            var noted = others.stream().allMatch(CompletableFuture::join);
            if (!noted && asked) {
                // the next attempt claims the question again, and with it what the other did not write
                EngineReadings.this.noted.remove(key(String.valueOf(question)), written);
            }
            return noted;
        }

        private void write(EngineQuestion question, List<String> unknown, boolean asked) {
            var done = false;
            try {
                transaction.executeWithoutResult(status -> EngineReadings.this.write(this, question, unknown, asked));
                done = true;
            } finally {
                if (!done) {
                    claimed.forEach(key -> noted.remove(key, written));
                }
                written.complete(done);
            }
        }

        private String key(String what) {
            return day + " " + actor.account() + " " + (what.length() > 200 ? digest(what) : what);
        }

        /** One of two calls at once gets it. */
        boolean claim(String what) {
            var first = noted.putIfAbsent(key(what), written);
            if (first == null) {
                return claimed.add(key(what));
            }
            if (first != written) {
                others.add(first);
            }
            return false;
        }
    }

    private void write(Attempt attempt, EngineQuestion question, List<String> unknown, boolean asked) {
        var account = attempt.actor.account();
        var known = ids.businessKeys(asked ? question.ids() : unknown);
        unknown.stream()
                .flatMap(id -> known.getOrDefault(id, Optional.empty()).stream())
                .distinct()
                .forEach(key ->
                        events.publishEvent(new ProcessRead(key, account, TrailEvent.ENGINE_READ, clock.instant())));
        var oneThing = !question.named().isEmpty() && known.keySet().containsAll(question.named());
        if (asked && !oneThing) {
            // Without the ids: what they stand for is told above, and of a confidential step nobody is told.
            var told = question.without(known.keySet());
            if (attempt.claim("* " + told)) {
                deeds.record(
                        account,
                        question.isOfPage() ? TrailEvent.EVALUATIONS_SEARCHED : TrailEvent.ENGINE_SEARCHED,
                        null,
                        new Searched(told.path(), told.query(), told.body()));
            }
        }
    }

    /** A long question is remembered by its digest: a hundred thousand of them would fill the memory. */
    private static String digest(String what) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What the trail keeps of a search. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Searched(String path, String query, String body) {}
}
