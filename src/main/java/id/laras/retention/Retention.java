package id.laras.retention;

import id.laras.rules.AgencyDays;
import id.laras.security.AccountDirectory;
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
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What nobody may keep any longer (UU 27/2022 art. 8, 43–44), and what would go with it; {@link Erasures} erases it. */
@Service
@Transactional(readOnly = true)
public class Retention {

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
    private final RetentionSettings settings;
    private final Clock clock;

    Retention(JdbcClient database, AccountDirectory accounts, RetentionSettings settings, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
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
                                + " (e.assessor = :account or e.superior = :account"
                                + " or exists (select 1 from trail_entry t where t.subject = e.id and"
                                + " :account in (t.actor, t.on_behalf_of))"
                                + " or exists (select 1 from hand_over_note h where h.evaluation_id = e.id and h.writer = :account)"
                                + " or exists (select 1 from assessor_change s where s.evaluation_id = e.id"
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

    /** Whether all of these evaluations may be erased. */
    boolean areDue(List<String> ids) {
        return database.sql("select count(*) from evaluation e join cycle c on c.id = e.cycle_id where e.id in (:ids)"
                                + " and" + DUE)
                        .params(limits())
                        .param("ids", ids)
                        .query(Long.class)
                        .single()
                == ids.size();
    }

    /** HR would take a role from an account by erasing it. */
    boolean holdsARole(String account) {
        return accounts.roles(account).stream().anyMatch(role -> role != Role.STAFF);
    }

    private long count(String sql, String name, String value) {
        return database.sql(sql)
                .params(limits())
                .param(name, value)
                .query(Long.class)
                .single();
    }

    /** As the tables keep instants. */
    static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
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
