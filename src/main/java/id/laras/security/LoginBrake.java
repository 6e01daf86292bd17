package id.laras.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes guessing slow without a lock that others could hold shut (docs/adr/0067-guessing-is-slowed-not-locked.md). Every
 * password is counted before it is looked at, in a transaction of its own, in the database, so that all nodes count together.
 * Names that no account has are counted alike. Rows are found by a hash: the table tells no names.
 */
@Component
class LoginBrake {

    /** What is counted, how many wrong ones are free, and how long one waits then: twice as long each time. */
    private record Rule(Duration first, Duration longest, Duration countedFor) {}

    /** One account at one browser or address. A right password begins anew. */
    private static final Rule CLIENT = new Rule(Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofDays(1));

    /**
     * One account at an address that it knows, without its browser: behind that address may be a colleague who guesses, and
     * the person with a new browser.
     */
    private static final Rule KNOWN_ADDRESS =
            new Rule(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofDays(1));

    /** One account at all clients that it does not know. */
    private static final Rule ACCOUNT = new Rule(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofHours(1));

    /** All accounts from one address, where that is not known to the account. An office may share one. */
    private static final Rule ADDRESS = new Rule(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1));

    /** By which the clocks of two nodes may differ, or one call wait for another's row. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final int TRIES = 10;

    private final JdbcClient database;
    private final TransactionTemplate alone;
    private final KnownClients clients;
    private final LoginSettings settings;
    private final Clock clock;
    private final AtomicReference<LocalDate> swept = new AtomicReference<>();

    LoginBrake(
            JdbcClient database,
            PlatformTransactionManager transactions,
            KnownClients clients,
            LoginSettings settings,
            Clock clock) {
        this.database = database;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clients = clients;
        this.settings = settings;
        this.clock = clock;
    }

    /** One count of an attempt: where, by which rule, and how many are free. */
    private record Count(String id, Rule rule, int free) {}

    private record Row(int attempts, LocalDateTime since, LocalDateTime notBefore) {}

    /** An attempt that was counted; the first count is the client's own. */
    record Attempt(List<Count> counts) {}

    /**
     * Counts an attempt, as a wrong one until the opposite is known.
     *
     * @param account as it is kept, or whatever was typed
     * @throws TooManyAttempts when one has to wait; nothing is counted then
     */
    Attempt begin(String account, Caller caller) {
        var known = clients.find(account, caller);
        var client = known.map(KnownClients.Known::client).orElseGet(() -> KnownClients.address(caller));
        var rule = known.filter(found -> !found.browser()).isPresent() ? KNOWN_ADDRESS : CLIENT;
        var counts = new ArrayList<Count>();
        counts.add(new Count(id("client", account, client), rule, settings.attempts()));
        if (known.isEmpty()) {
            counts.add(new Count(id("account", account), ACCOUNT, settings.accountAttempts()));
            counts.add(new Count(id("address", caller.place()), ADDRESS, settings.addressAttempts()));
        }
        return count(new Attempt(List.copyOf(counts)));
    }

    /** The same for somebody who has come in already and is asked for their password again: nobody else's guesses count. */
    Attempt beginOwn(String account) {
        return count(new Attempt(List.of(new Count(id("own", account), CLIENT, settings.attempts()))));
    }

    private static String id(String... parts) {
        return Digests.sha256(String.join(" ", parts).toLowerCase(Locale.ROOT));
    }

    private Attempt count(Attempt attempt) {
        var wait = alone(() -> countAll(attempt));
        if (wait.isPresent()) {
            throw TooManyAttempts.guesses(wait.get());
        }
        return attempt;
    }

    private <T> T alone(Supplier<T> count) {
        for (var tries = 0; tries < TRIES; tries++) {
            try {
                return alone.execute(status -> count.get());
            } catch (DuplicateKeyException | PessimisticLockingFailureException e) {
                // somebody else made the row, or has it, at this moment: it is there the next time
            }
        }
        throw TooManyAttempts.busy();
    }

    /** How long one has to wait; empty when the attempt was counted. */
    private Optional<Duration> countAll(Attempt attempt) {
        var now = clock.instant();
        var ordered = attempt.counts().stream()
                .sorted(Comparator.comparing(Count::id))
                .toList();
        var rows = ordered.stream().map(count -> lock(count, now)).toList();
        var wait = rows.stream()
                .filter(row -> row.notBefore() != null && row.notBefore().isAfter(utc(now)))
                .map(row -> Duration.between(utc(now), row.notBefore()))
                .max(Comparator.naturalOrder());
        if (wait.isEmpty()) {
            for (var each = 0; each < rows.size(); each++) {
                add(ordered.get(each), rows.get(each), now);
            }
        }
        return wait;
    }

    /** The row, which nobody else changes until this transaction ends. What is too old counts no more, nor what a clock wrote that has been put back. */
    private Row lock(Count count, Instant now) {
        var row = database.sql("select attempts, since, not_before from login_count where id = ? for update")
                .param(count.id())
                .query(Row.class)
                .optional();
        if (row.isEmpty()) {
            database.sql("insert into login_count (id, attempts, since, not_before) values (?, 0, ?, null)")
                    .params(count.id(), utc(now))
                    .update();
        }
        return row.filter(found -> !found.since().isAfter(utc(now.plus(SKEW)))
                        && found.since().plus(count.rule().countedFor()).isAfter(utc(now)))
                .orElseGet(() -> new Row(0, utc(now), null));
    }

    private void add(Count count, Row row, Instant now) {
        var attempts = row.attempts() + 1;
        var notBefore = attempts < count.free() ? null : utc(now.plus(wait(count, attempts - count.free())));
        database.sql("update login_count set attempts = ?, since = ?, not_before = ? where id = ?")
                .params(attempts, row.since(), notBefore, count.id())
                .update();
    }

    private static Duration wait(Count count, int times) {
        // beyond that many doublings every rule has reached its longest
        var doubled = count.rule().first().multipliedBy(1L << Math.min(times, 16));
        return doubled.compareTo(count.rule().longest()) < 0
                ? doubled
                : count.rule().longest();
    }

    /** The password was right: the client begins anew, and this attempt counts nowhere. */
    void right(Attempt attempt) {
        alone(() -> {
            database.sql("delete from login_count where id = ?")
                    .param(attempt.counts().get(0).id())
                    .update();
            return takeBack(attempt.counts().stream().skip(1));
        });
        sweep();
    }

    /** Nobody looked at the password, so the attempt counts nowhere. */
    void unchecked(Attempt attempt) {
        alone(() -> takeBack(attempt.counts().stream()));
    }

    /** In one order, so that two who log in do not wait for each other. */
    private int takeBack(Stream<Count> counts) {
        return counts.sorted(Comparator.comparing(Count::id))
                .mapToInt(this::takeBack)
                .sum();
    }

    /** MariaDB assigns from left to right: what asks for the old number stands first. */
    private int takeBack(Count count) {
        return database.sql("update login_count set not_before = case when attempts <= ? then null else not_before end,"
                        + " attempts = attempts - 1 where id = ? and attempts > 0")
                .params(count.free(), count.id())
                .update();
    }

    /** Once a day and node. */
    private void sweep() {
        var today = LocalDate.now(clock);
        if (!today.equals(swept.getAndSet(today))) {
            database.sql("delete from login_count where since < ?")
                    .param(utc(clock.instant().minus(CLIENT.countedFor())))
                    .update();
        }
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
