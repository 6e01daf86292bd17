package id.laras.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Keys that this server has noted already on a day, so that Tasklist's many calls cost nothing; forgotten daily. */
    private final Set<String> noted = ConcurrentHashMap.newKeySet();

    /** Beyond it the trail itself is asked whether a reading stands there, and a search may stand there twice. */
    private static final int MOST_NOTED = 100_000;

    private volatile LocalDate day = LocalDate.MIN;

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
     * Whatever was noted today opens no transaction.
     *
     * @throws RuntimeException when it could not be written; the next call tries again
     */
    void note(Actor actor, EngineQuestion question) {
        forgetYesterday();
        var everybodys = readsEverybodys(actor) || question.isOfPage();
        var claimed = new ArrayList<String>();
        var unknown = (everybodys ? question.ids() : question.named())
                .stream().filter(id -> claim(actor, id, claimed)).toList();
        var asked = everybodys && claim(actor, String.valueOf(question), claimed);
        if (unknown.isEmpty() && !asked) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> write(actor, question, unknown, asked, claimed));
        } catch (RuntimeException failed) {
            claimed.forEach(noted::remove);
            throw failed;
        }
    }

    private void write(
            Actor actor, EngineQuestion question, List<String> unknown, boolean asked, List<String> claimed) {
        var known = ids.businessKeys(asked ? question.ids() : unknown);
        unknown.stream()
                .flatMap(id -> known.getOrDefault(id, Optional.empty()).stream())
                .distinct()
                .forEach(key -> events.publishEvent(
                        new ProcessRead(key, actor.account(), ProcessRead.ENGINE, clock.instant())));
        var oneThing = !question.named().isEmpty() && known.keySet().containsAll(question.named());
        if (asked && !oneThing) {
            // Without the ids: what they stand for is told above, and of a confidential step nobody is told.
            var told = question.without(known.keySet());
            if (claim(actor, "* " + told, claimed)) {
                deeds.record(
                        actor.account(),
                        question.isOfPage() ? "evaluations.searched" : "engine.searched",
                        null,
                        new Searched(told.path(), told.query(), told.body()));
            }
        }
    }

    /** One of two calls at once gets it. */
    private boolean claim(Actor actor, String what, List<String> claimed) {
        var key = actor.account() + " " + (what.length() > 200 ? digest(what) : what);
        return noted.add(key) && claimed.add(key);
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

    private void forgetYesterday() {
        var today = LocalDate.now(clock);
        if (!today.equals(day) || noted.size() > MOST_NOTED) {
            noted.clear();
            day = today;
        }
    }
}
