package id.laras.retention;

import id.laras.retention.Erasures.Kind;
import id.laras.security.Deeds;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what was ordered, a few evaluations in each transaction. */
@Service
@Transactional
public class ErasureBatches {

    /** Evaluations per transaction. */
    static final int BATCH = 50;

    private final JdbcClient database;
    private final Retention retention;
    private final ErasedTables tables;
    private final EngineTraces engine;
    private final Deeds deeds;
    private final Clock clock;

    ErasureBatches(
            JdbcClient database,
            Retention retention,
            ErasedTables tables,
            EngineTraces engine,
            Deeds deeds,
            Clock clock) {
        this.database = database;
        this.retention = retention;
        this.tables = tables;
        this.engine = engine;
        this.deeds = deeds;
        this.clock = clock;
    }

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
        var now = Retention.utc(clock.instant());
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
        if (!retention.areDue(ids) || engine.anyRuns(ids)) {
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
                .params(Retention.utc(clock.instant()), subject, erasureId)
                .update();
        deeds.record(null, TrailEvent.ERASURE_FINISHED, null, new Erased(order.kind(), erasureId));
    }

    /** What the trail keeps of the end of it. */
    record Erased(Kind kind, String order) {}

    /** @return what to call the person from now on: a pseudonym, or their account while others' evaluations need it */
    private String finishPerson(String account) {
        var person = retention.person(account).orElseThrow(() -> new IllegalStateException("Not due any more"));
        if (person.needed() > 0) {
            return account;
        }
        if (retention.holdsARole(account)) {
            throw new IllegalStateException("The account has got a role meanwhile");
        }
        var pseudonym = Pseudonym.drawn();
        engine.forgetPerson(account);
        tables.erasePerson(account, person.nip(), person.name(), pseudonym);
        return pseudonym.account();
    }
}
