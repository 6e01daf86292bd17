package id.laras.retention;

import id.laras.rules.AgencyDays;
import id.laras.rules.Nip;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.security.AccountDirectory;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.Role;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases what nobody may keep any longer (UU 27/2022 art. 8, 43–44): HR orders it per cycle or per person who has left, the
 * engine does it in batches. Whether it is due is asked when it is ordered and again in the transaction of every batch.
 */
@Service
@Transactional
public class Retention {

    /** Evaluations per transaction. */
    static final int BATCH = 50;

    /** Whatever is no reading, what later releases write too, is a step: an evaluation is kept rather too long. */
    private static final String LAST_STEP = "(select max(t.recorded_at) from trail_entry t where t.subject = e.id"
            + " and t.what not in ('" + String.join("', '", TrailEvent.keys(TrailEvent.Trait.READING)) + "'))";

    private static final String OPEN_OBJECTION = "exists (select 1 from result_review r where r.evaluation_id = e.id"
            + " and r.reaction = 'OBJECTED' and e.stage <> 'CANCELLED'"
            + " and not exists (select 1 from objection_decision d where d.review_id = r.id))";

    /** An evaluation {@code e} in cycle {@code c} that may be erased. */
    private static final String DUE = " e.stage in ('CLOSED', 'CANCELLED') and c.last_day < :endedBefore and coalesce("
            + LAST_STEP + ", :farAway) < :lastStepBefore and coalesce(e.ended_at, :longAgo) < :lastStepBefore"
            + " and coalesce(e.confirmed_at, :longAgo) < :lastStepBefore and not " + OPEN_OBJECTION;

    private final JdbcClient database;
    private final AccountDirectory accounts;
    private final ErasedTables tables;
    private final EngineTraces engine;
    private final RetentionSettings settings;
    private final Deeds deeds;
    private final Clock clock;

    Retention(
            JdbcClient database,
            AccountDirectory accounts,
            ErasedTables tables,
            EngineTraces engine,
            RetentionSettings settings,
            Deeds deeds,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.tables = tables;
        this.engine = engine;
        this.settings = settings;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** What an order is about. */
    public enum Kind {
        CYCLE,
        PERSON
    }

    /**
     * A cycle whose last day lies beyond the period.
     *
     * @param evaluations not yet erased
     * @param due         those of them that may be; the cycle is erased only when it is all of them
     * @param files       that go
     * @param opinions    that go
     * @param trail       entries of the trail whose details go
     * @param openMeetings units whose calibration is not over
     */
    public record DueCycle(
            String id,
            String name,
            LocalDate lastDay,
            long evaluations,
            long due,
            long people,
            long files,
            long opinions,
            long trail,
            long openMeetings) {

        public boolean isDue() {
            return evaluations > 0 && due == evaluations && openMeetings == 0;
        }
    }

    /**
     * Somebody who has left.
     *
     * @param evaluations the person's own, not yet erased
     * @param needed      evaluations and meetings of others within their period that tell of the person: their name stays until then
     */
    public record DuePerson(
            String account, String nip, String name, LocalDate left, long evaluations, long due, long needed) {

        public boolean isDue() {
            return due == evaluations && (evaluations > 0 || needed == 0);
        }
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

    @Transactional(readOnly = true)
    public RetentionSettings settings() {
        return settings;
    }

    /**
     * A cycle or a person of the lists; what would go is counted only for the one that is looked at.
     *
     * @param nip beside the name, because two who have left may have the same; null for a cycle
     */
    public record Kept(String id, String name, String nip, LocalDate until, long evaluations, long due) {}

    private static final String OVER = " from cycle c where c.last_day < :endedBefore and exists"
            + " (select 1 from evaluation e where e.cycle_id = c.id and e.erased_at is null)";

    /** Cycles whose last day lies beyond the period, the oldest first. */
    @Transactional(readOnly = true)
    public Page<Kept> cycles(Pageable page) {
        var of = " from evaluation e where e.cycle_id = c.id and e.erased_at is null";
        return kept(
                "select c.id, c.name, null, c.last_day, (select count(*)" + of + "), (select count(*)" + of + " and"
                        + DUE + ")" + OVER + " order by c.last_day, c.name",
                OVER,
                page);
    }

    /** One question for the page and one for the number of all. */
    private Page<Kept> kept(String rows, String from, Pageable page) {
        var cut = page.isUnpaged() ? "" : " limit " + page.getPageSize() + " offset " + page.getOffset();
        var found = database.sql(rows + cut)
                .params(limits())
                .query((row, number) -> new Kept(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getLong(5),
                        row.getLong(6)))
                .list();
        var all = database.sql("select count(*)" + from)
                .params(limits())
                .query(Long.class)
                .single();
        return new PageImpl<>(found, page, all);
    }

    /** One cycle, with what would go; empty when there is none or its period is not over. */
    @Transactional(readOnly = true)
    public Optional<DueCycle> cycle(String id) {
        var of = " from evaluation e join cycle c on c.id = e.cycle_id where c.id = :cycle and e.erased_at is null";
        var ids = "(select e.id" + of + ")";
        return database.sql("select c.name, c.last_day from cycle c where c.id = :cycle and c.last_day < :endedBefore")
                .params(limits())
                .param("cycle", id)
                .query((row, number) -> new DueCycle(
                        id,
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        count("select count(*)" + of, "cycle", id),
                        count("select count(*)" + of + " and" + DUE, "cycle", id),
                        count("select count(distinct e.employee_nip)" + of, "cycle", id),
                        count("select count(*) from stored_file f where f.evaluation_id in " + ids, "cycle", id),
                        count("select count(*) from feedback_answer f where f.evaluation_id in " + ids, "cycle", id),
                        count(
                                "select count(*) from trail_entry t where t.answer is not null and t.subject in " + ids,
                                "cycle",
                                id),
                        count(
                                "select count(*) from calibration k where k.cycle_id = :cycle and k.state <> 'CLOSED'",
                                "cycle",
                                id)))
                .optional();
    }

    /** Who left so long ago that they may be erased, the longest gone first; their ids are their accounts. */
    @Transactional(readOnly = true)
    public Page<Kept> people(Pageable page) {
        var own = " from evaluation e join cycle c on c.id = e.cycle_id where e.employee = p.account"
                + " and e.erased_at is null";
        var from = " from employee p where p.account not like 'anon________________' and " + LEFT + " < :leftBefore";
        return kept(
                "select p.account, p.name, p.nip, " + LEFT + ", (select count(*)" + own + "), (select count(*)" + own
                        + " and" + DUE + ")" + from + " order by 4, p.nip",
                from,
                page);
    }

    /** The last day of service: the import's, or when HR noted down that the person retired or died; whoever moved still serves. */
    private static final String LEFT = "coalesce(p.ended_on, (select max(a.from_day) from absence a"
            + " where a.employee_nip = p.nip and a.until_day is null and a.kind in ('RETIRED', 'DIED')))";

    /** One person, with what still needs their name; empty when there is none or the period is not over. */
    @Transactional(readOnly = true)
    public Optional<DuePerson> person(String account) {
        var own = " from evaluation e join cycle c on c.id = e.cycle_id where e.employee = :account"
                + " and e.erased_at is null";
        return database.sql(
                        "select p.nip, p.name, " + LEFT + ", p.account from employee p where p.account = :account and "
                                + " p.account not like 'anon________________' and " + LEFT + " < :leftBefore")
                .params(limits())
                .param("account", account)
                .query((row, number) -> new DuePerson(
                        row.getString(4),
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        count("select count(*)" + own, "account", account),
                        count("select count(*)" + own + " and" + DUE, "account", account),
                        needed(account)))
                .optional()
                // MariaDB finds it with spaces behind it too, and what is searched for in the trail would not be there
                .filter(found -> found.account().equals(account));
    }

    /** How many evaluations and meetings of others, not yet erased, tell of the person. */
    private long needed(String account) {
        return count(
                        "select count(*) from evaluation e where e.erased_at is null and e.employee <> :account and"
                                + " (e.supervisor = :account or e.superior = :account"
                                + " or exists (select 1 from trail_entry t where t.subject = e.id and"
                                + " :account in (t.actor, t.on_behalf_of))"
                                + " or exists (select 1 from hand_over_note h where h.evaluation_id = e.id and h.writer = :account)"
                                + " or exists (select 1 from supervisor_change s where s.evaluation_id = e.id"
                                + " and (s.former = :account or s.successor = :account))"
                                + " or exists (select 1 from feedback_invitation f where f.evaluation_id = e.id"
                                + " and f.respondent = :account))",
                        "account",
                        account)
                + count(
                        "select count(*) from calibration k where exists (select 1 from evaluation e"
                                + " where e.cycle_id = k.cycle_id and e.erased_at is null) and (k.decided_by = :account"
                                + " or exists (select 1 from trail_entry t where t.subject = k.id and"
                                + " :account in (t.actor, t.on_behalf_of)))",
                        "account",
                        account)
                + count(
                        "select count(*) from trail_entry t where t.subject = 'deeds' and t.actor = :account"
                                + " and t.recorded_at >= :auditFrom",
                        "account",
                        account);
    }

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

    /** As the tables keep instants. */
    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
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
        var cycle = cycle(id).filter(DueCycle::isDue).orElseThrow(() -> new Refusal("retention.notDue"));
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
        var person = person(account).filter(DuePerson::isDue).orElseThrow(() -> new Refusal("retention.notDue"));
        confirm(confirmation, person.nip());
        if (holdsARole(account)) {
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
        var running = count("select count(*) from erasure where finished_at is null and subject = :s", "s", subject);
        if (running > 0) {
            throw new Refusal("retention.running");
        }
        var id = UUID.randomUUID().toString();
        database.sql("insert into erasure (id, kind, subject, ordered_by, ordered_at, erased, version)"
                        + " values (?, ?, ?, ?, ?, 0, 0)")
                .params(id, kind.name(), subject, actor.account(), utc(clock.instant()))
                .update();
        deeds.record(actor.account(), TrailEvent.ERASURE_ORDERED, null, new Ordered(kind, called, evaluations, reason));
        engine.begin(id);
        return id;
    }

    /** What the trail keeps of an order: of a person nothing that would name them again. */
    record Ordered(Kind kind, String erased, long evaluations, String reason) {}

    /**
     * Erases the next few evaluations of an order, and at the end what is left of the cycle or the person. Doing it again
     * after a failure goes on where it stopped.
     *
     * @return whether nothing is left
     * @throws IllegalStateException when something is not due any more: nothing of this batch is erased then
     */
    public boolean eraseBatch(String erasureId) {
        var order = database.sql("select kind, subject, ordered_by from erasure where id = ? and finished_at is null"
                        + " for update")
                .param(erasureId)
                .query((row, number) -> new Order(Kind.valueOf(row.getString(1)), row.getString(2), row.getString(3)))
                .optional();
        if (order.isEmpty()) {
            return true;
        }
        var next = next(order.get());
        if (next.isEmpty()) {
            finish(erasureId, order.get());
            return true;
        }
        mustBeDue(next);
        engine.forget(next);
        tables.eraseEvaluations(next);
        var now = utc(clock.instant());
        database.sql("update evaluation set erased_at = :now, version = version + 1 where id in (:ids)")
                .param("now", now)
                .param("ids", next)
                .update();
        database.sql("update erasure set erased = erased + ? where id = ?")
                .params(next.size(), erasureId)
                .update();
        return false;
    }

    private record Order(Kind kind, String subject, String by) {}

    private List<String> next(Order order) {
        var column = order.kind() == Kind.CYCLE ? "cycle_id" : "employee";
        return database.sql("select id from evaluation where erased_at is null and " + column
                        + " = ? order by id limit " + BATCH + " for update")
                .param(order.subject())
                .query(String.class)
                .list();
    }

    private void mustBeDue(List<String> ids) {
        var due = database.sql(
                        "select count(*) from evaluation e join cycle c on c.id = e.cycle_id where e.id in (:ids)"
                                + " and" + DUE)
                .params(limits())
                .param("ids", ids)
                .query(Long.class)
                .single();
        if (due != ids.size() || engine.anyRuns(ids)) {
            throw new IllegalStateException("Not all of these evaluations may be erased: " + ids);
        }
    }

    private void finish(String erasureId, Order order) {
        var subject = order.subject();
        if (order.kind() == Kind.CYCLE) {
            var meetings = database.sql("select id from calibration where cycle_id = ?")
                    .param(subject)
                    .query(String.class)
                    .list();
            if (!meetings.isEmpty()) {
                if (engine.anyRuns(meetings)) {
                    throw new IllegalStateException("A meeting of cycle " + subject + " still runs");
                }
                engine.forget(meetings);
            }
            tables.eraseCycle(subject, meetings);
        } else {
            subject = finishPerson(subject);
        }
        database.sql("update erasure set finished_at = ?, subject = ? where id = ?")
                .params(utc(clock.instant()), subject, erasureId)
                .update();
        deeds.record(null, TrailEvent.ERASURE_FINISHED, null, new Erased(order.kind(), erasureId));
    }

    /** What the trail keeps of the end of it. */
    record Erased(Kind kind, String order) {}

    /** @return what to call the person from now on: a pseudonym, or their account while others' evaluations need it */
    private String finishPerson(String account) {
        var person = person(account).orElseThrow(() -> new IllegalStateException("Not due any more"));
        if (person.needed() > 0) {
            return account;
        }
        if (holdsARole(account)) {
            throw new IllegalStateException("The account has got a role meanwhile");
        }
        var pseudonym = Pseudonym.drawn();
        engine.forgetPerson(account);
        tables.erasePerson(account, person.nip(), person.name(), pseudonym);
        return pseudonym.account();
    }

    private boolean holdsARole(String account) {
        return accounts.roles(account).stream().anyMatch(role -> role != Role.STAFF);
    }

    private long count(String sql, String name, String value) {
        return database.sql(sql)
                .params(limits())
                .param(name, value)
                .query(Long.class)
                .single();
    }

    /** The days and moments before which something must have ended. */
    private Map<String, Object> limits() {
        var today = LocalDate.now(clock);
        return Map.of(
                "endedBefore", today.minus(settings.evaluations()),
                "leftBefore", today.minus(settings.people()),
                "lastStepBefore", utc(AgencyDays.begin(today.minus(settings.evaluations()), clock)),
                "auditFrom", utc(AgencyDays.begin(today.minus(settings.audit()), clock)),
                "longAgo", utc(Instant.EPOCH),
                "farAway", utc(LocalDate.of(9999, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
}
