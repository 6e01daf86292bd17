package id.laras.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody has typed into a form and not handed in yet; one per task and person, gone with the task. A text that builds
 * upon an older version than the kept one was typed without seeing it, in another window: it is kept beside it, until the
 * person chooses. Whoever keeps a draft holds the task's row ({@link TaskRows#take}), so that versions follow each other.
 */
@Component
class TaskDrafts {

    private final JdbcClient database;
    private final Clock clock;

    TaskDrafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param version counted from 1, one more with each save
     * @param beside  what was typed in another window without having seen this one, or null
     */
    record Kept(String content, long version, String beside) {}

    Optional<Kept> find(String taskId, String account) {
        return database.sql("select content, version, beside from task_draft where task_id = ? and account = ?")
                .params(taskId, account)
                .query((row, number) -> new Kept(row.getString(1), row.getLong(2), row.getString(3)))
                .optional();
    }

    /**
     * @param seen   version that the text builds upon, 0 for none
     * @param chosen whether the person has seen both texts and wants this one
     */
    DraftKept keep(String taskId, String account, String content, long seen, boolean chosen) {
        var kept = find(taskId, account).orElse(null);
        if (kept == null) {
            database.sql("insert into task_draft (task_id, account, content, version, saved_at) values (?, ?, ?, 1, ?)")
                    .params(taskId, account, content, now())
                    .update();
            return new DraftKept(1, false, null);
        }
        if (kept.version() != seen && kept.content().equals(content)) {
            // the same text again, whose answer did not arrive
            return new DraftKept(kept.version(), false, kept.beside());
        }
        if (kept.version() != seen) {
            write(taskId, account, kept.content(), kept.version(), content);
            return new DraftKept(kept.version(), true, kept.content());
        }
        var beside = chosen ? null : kept.beside();
        write(taskId, account, content, seen + 1, beside);
        return new DraftKept(seen + 1, false, beside);
    }

    /** Whether the person has another text of this task than the one that builds upon this version. */
    boolean hasUnseen(String taskId, String account, long seen) {
        return find(taskId, account)
                .filter(kept -> kept.version() != seen || kept.beside() != null)
                .isPresent();
    }

    /** Whether somebody else than this account has typed into the task's form. */
    boolean isKeptByOthers(String taskId, String account) {
        return database.sql("select count(*) from task_draft where task_id = ? and account <> ?")
                        .params(taskId, account)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @return whether there was one */
    boolean forget(String taskId) {
        return database.sql("delete from task_draft where task_id = ?")
                        .param(taskId)
                        .update()
                > 0;
    }

    private void write(String taskId, String account, String content, long version, String beside) {
        database.sql("update task_draft set content = ?, version = ?, beside = ?, saved_at = ?"
                        + " where task_id = ? and account = ?")
                .params(Arrays.asList(content, version, beside, now(), taskId, account))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
