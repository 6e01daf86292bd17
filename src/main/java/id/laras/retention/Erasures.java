package id.laras.retention;

import id.laras.retention.Retention.DueCycle;
import id.laras.retention.Retention.DuePerson;
import id.laras.rules.Nip;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.Role;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * HR orders that a cycle, or a person who has left, is erased; the engine does it in batches. Whether it is due is asked when it is
 * ordered and again in the transaction of every batch.
 */
@Service
@Transactional
public class Erasures {

    private final JdbcClient database;
    private final Retention retention;
    private final EngineTraces engine;
    private final Deeds deeds;
    private final Clock clock;

    Erasures(JdbcClient database, Retention retention, EngineTraces engine, Deeds deeds, Clock clock) {
        this.database = database;
        this.retention = retention;
        this.engine = engine;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** What an order is about. */
    public enum Kind {
        CYCLE,
        PERSON
    }

    /** An order; {@code subject} is a pseudonym when a person is meant, {@code finishedAt} null while it runs. */
    public record Erasure(
            String id,
            Kind kind,
            String subject,
            String orderedBy,
            Instant orderedAt,
            Instant finishedAt,
            int erased) {}

    /** Orders given so far, the newest first, at most 50. */
    @Transactional(readOnly = true)
    public List<Erasure> orders() {
        return database.sql("select id, kind, subject, ordered_by, ordered_at, finished_at, erased from erasure"
                        + " order by ordered_at desc limit 50")
                .query((row, number) -> new Erasure(
                        row.getString(1),
                        Kind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        instant(row.getObject(5, LocalDateTime.class)),
                        instant(row.getObject(6, LocalDateTime.class)),
                        row.getInt(7)))
                .list();
    }

    private static Instant instant(LocalDateTime at) {
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    /**
     * Orders that a cycle is erased.
     *
     * @param confirmation the name of the cycle, typed
     * @return id of the order
     * @throws Refusal when the actor is not HR, no reason is given, the name is another one, or not all of it is due
     */
    public String eraseCycle(String id, String reason, String confirmation, Actor actor) {
        var why = checked(reason, actor);
        lock("select id from cycle where id = ? for update", id);
        var cycle = retention.cycle(id).filter(DueCycle::isDue).orElseThrow(() -> new Refusal("retention.notDue"));
        confirm(confirmation, cycle.name());
        return order(Kind.CYCLE, id, cycle.name(), cycle.evaluations(), why, actor);
    }

    /**
     * Orders that somebody who has left is erased: their own evaluations now, the person once no record of others needs their name.
     *
     * @param confirmation the person's NIP, typed
     * @throws Refusal as {@link #eraseCycle}; nobody erases themselves, nor an account with a role: HR would take that role, by an
     *     import that says that its owner left long ago
     */
    public String erasePerson(String account, String reason, String confirmation, Actor actor) {
        var why = checked(reason, actor);
        if (account.equals(actor.account())) {
            throw new Refusal("retention.oneself");
        }
        lock("select nip from employee where account = ? for update", account);
        var person =
                retention.person(account).filter(DuePerson::isDue).orElseThrow(() -> new Refusal("retention.notDue"));
        confirm(confirmation, person.nip());
        if (retention.holdsARole(account)) {
            throw new Refusal("retention.hasRole");
        }
        return order(Kind.PERSON, account, Pseudonym.NAME, person.evaluations(), why, actor);
    }

    /** Two orders at one moment would each find that none runs. */
    private void lock(String row, String key) {
        database.sql(row).param(key).query(String.class).optional();
    }

    private static String checked(String reason, Actor actor) {
        if (!actor.is(Role.HR)) {
            throw new Refusal("retention.notHr");
        }
        return Reasons.required(reason, "retention.reason");
    }

    /** A NIP is compared as digits, a name as text. */
    private static void confirm(String typed, String expected) {
        if (typed == null || !Nip.of(typed).equals(Nip.of(expected))) {
            throw new Refusal("retention.confirmation", expected);
        }
    }

    private String order(Kind kind, String subject, String called, long evaluations, String reason, Actor actor) {
        var running = database.sql("select count(*) from erasure where finished_at is null and subject = ?")
                .param(subject)
                .query(Long.class)
                .single();
        if (running > 0) {
            throw new Refusal("retention.running");
        }
        var id = UUID.randomUUID().toString();
        database.sql("insert into erasure (id, kind, subject, ordered_by, ordered_at, erased, version)"
                        + " values (?, ?, ?, ?, ?, 0, 0)")
                .params(id, kind.name(), subject, actor.account(), Retention.utc(clock.instant()))
                .update();
        deeds.record(actor.account(), TrailEvent.ERASURE_ORDERED, null, new Ordered(kind, called, evaluations, reason));
        engine.begin(id);
        return id;
    }

    /** What the trail keeps of an order: of a person nothing that would name them again. */
    record Ordered(Kind kind, String erased, long evaluations, String reason) {}
}
