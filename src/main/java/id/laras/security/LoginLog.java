package id.laras.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.laras.rules.AgencyDays;
import id.laras.steps.TrailEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who came in, or tried to, when and from where (docs/adr/0068-a-log-of-logins.md). Entries are only added, and go when
 * {@code laras.login.log-kept} is over. What was typed for a name that nobody has is not kept: it may be a password.
 */
@Component
public class LoginLog {

    /** How a person or machine came. */
    public enum Way {
        FORM,
        BASIC,
        OIDC,
        TOKEN,
        /** A one-time code, by which somebody sets their own password. */
        CODE,
        /** Somebody inside typed their own password once more. */
        OWN_PASSWORD,
        /** Without a password, as anybody of the demonstration. */
        TRIAL
    }

    public enum Outcome {
        LET_IN,
        /** A wrong name, password or token. */
        WRONG,
        /** A closed account, or what a directory does not allow. */
        REFUSED,
        /** Nobody looked at the password: too many wrong ones before, or too many calls at once. */
        SLOWED
    }

    /** What machines do with every call, and what is refused by the hundred, is written down once in this time and node. */
    private static final Duration ONCE = Duration.ofMinutes(10);

    private static final int REMEMBERED = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(LoginLog.class);

    private final JdbcClient database;
    private final LoginSettings settings;
    private final Clock clock;
    private final Deeds deeds;
    private final AtomicReference<LocalDate> swept = new AtomicReference<>();
    /** By the application's clock and not the cache's own: one that was set back would keep the log silent until it has caught up. */
    private final Cache<String, Instant> written =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    LoginLog(JdbcClient database, LoginSettings settings, Clock clock, Deeds deeds) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.deeds = deeds;
    }

    /**
     * @param account null when there is none of that name
     * @param token   name of the token, or null
     */
    public record Entry(Instant at, String account, String address, Way way, Outcome outcome, String token) {}

    /** What the trail keeps of somebody who looked into this log. */
    record LoginsRead(String account) {}

    private record Row(
            LocalDateTime recordedAt, String account, String address, Way way, Outcome outcome, String token) {}

    void letIn(Way way, String account, Caller caller) {
        if (way != Way.BASIC || isNew(way + " " + account + " " + caller.address())) {
            record(way, Outcome.LET_IN, account, caller.address());
        }
    }

    void slowed(Way way, Supplier<String> account, Caller caller) {
        if (isNew("slowed " + way + " " + caller.place())) {
            record(way, Outcome.SLOWED, account.get(), caller.address());
        }
    }

    /** @param name of the token; asked for only when the use is written down */
    void tokenUsed(String token, String account, Caller caller, Supplier<String> name) {
        if (isNew(Way.TOKEN + " " + Digests.sha256(token) + " " + caller.address())) {
            add(Way.TOKEN, Outcome.LET_IN, account, caller.address(), name.get());
        }
    }

    void wrongToken(Caller caller) {
        if (isNew("wrong " + Way.TOKEN + " " + caller.place())) {
            record(Way.TOKEN, Outcome.WRONG, null, caller.address());
        }
    }

    /**
     * Not in the transaction of the attempt, which a wrong one ends without a trace.
     *
     * @param typed what was written for the account's name
     */
    public void codeTried(boolean right, String typed, HttpServletRequest request) {
        var caller = Caller.of(request);
        var account = database.sql("select name from account where name = ?")
                .param(typed)
                .query(String.class)
                .optional()
                .orElse(null);
        if (right || isNew("wrong " + Way.CODE + " " + account + " " + caller.place())) {
            record(Way.CODE, right ? Outcome.LET_IN : Outcome.WRONG, account, caller.address());
        }
    }

    /** @param account null when there is none of that name */
    void record(Way way, Outcome outcome, String account, String address) {
        add(way, outcome, account, address, null);
    }

    private void add(Way way, Outcome outcome, String account, String address, String token) {
        var now = clock.instant();
        database.sql("insert into login_entry (id, recorded_at, account, address, way, outcome, token)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID().toString(), utc(now), account, address, way.name(), outcome.name(), token)
                .update();
        sweep();
    }

    private boolean isNew(String what) {
        var now = clock.instant();
        return written.asMap()
                        .merge(
                                what,
                                now,
                                (before, at) ->
                                        before.isAfter(at) || !before.plus(ONCE).isAfter(at) ? at : before)
                == now;
    }

    private void sweep() {
        var today = LocalDate.now(clock);
        if (!today.equals(swept.getAndSet(today))) {
            var oldest = AgencyDays.begin(settings.logKeptSince(today), clock);
            try {
                database.sql("delete from login_entry where recorded_at < ?")
                        .param(utc(oldest))
                        .update();
            } catch (DataAccessException refused) {
                // by the database's own clock they are too young: this node's is wrong, and nobody is kept out for that
                LOG.error(
                        "Old entries of the log of logins are not deleted: {}",
                        refused.getMostSpecificCause().getMessage());
            }
        }
    }

    /**
     * What somebody wants to read; null leaves a criterion out.
     *
     * @param account of exactly this name
     * @param from    the first day, in the agency's zone
     * @param until   the last day
     */
    public record Sought(String account, LocalDate from, LocalDate until) {}

    /** The newest first. Nobody counts them: there may be millions. */
    @Transactional
    public Slice<Entry> read(Sought sought, Pageable page, Actor by) {
        deeds.record(by.account(), TrailEvent.LOGINS_READ, null, new LoginsRead(sought.account()));
        var found = find(sought, page.getPageSize() + 1, page.getOffset());
        var more = found.size() > page.getPageSize();
        return new SliceImpl<>(more ? found.subList(0, page.getPageSize()) : found, page, more);
    }

    /** One's own, the newest first; no deed, as with everything that is one's own. */
    public List<Entry> own(Actor by, int most) {
        return find(new Sought(by.account(), null, null), most, 0);
    }

    private List<Entry> find(Sought sought, int most, long first) {
        var wanted = new ArrayList<String>();
        if (sought.account() != null) {
            wanted.add("account = :account");
        }
        if (sought.from() != null) {
            wanted.add("recorded_at >= :from");
        }
        if (sought.until() != null) {
            wanted.add("recorded_at < :until");
        }
        return database
                .sql("select recorded_at, account, address, way, outcome, token from login_entry"
                        + (wanted.isEmpty() ? "" : " where " + String.join(" and ", wanted))
                        + " order by recorded_at desc, id desc limit :most offset :first")
                .param("account", sought.account())
                .param("from", sought.from() == null ? null : beginning(sought.from()))
                .param(
                        "until",
                        sought.until() == null ? null : beginning(sought.until().plusDays(1)))
                .param("most", most)
                .param("first", first)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new Entry(
                        row.recordedAt().toInstant(ZoneOffset.UTC),
                        row.account(),
                        row.address(),
                        row.way(),
                        row.outcome(),
                        row.token()))
                .toList();
    }

    private LocalDateTime beginning(LocalDate day) {
        return utc(AgencyDays.begin(day, clock));
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
