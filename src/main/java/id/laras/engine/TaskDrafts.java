package id.laras.engine;

import id.laras.rules.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody has typed into a form and not handed in yet; one per task and person, gone with the task. A text that builds
 * upon an older version than the kept one was typed without seeing it, in another window: it is kept beside it, as many as
 * there are windows, until the person has seen it and chooses. Whoever keeps a draft holds the task's row
 * ({@link TaskRows#take}), so that versions follow each other.
 */
@Component
class TaskDrafts {

    /** More windows than anybody reads; without an end the table would have none. */
    static final int MOST_BESIDE = 20;

    private final JdbcClient database;
    private final Clock clock;

    TaskDrafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param version counted from 1, one more with each save
     * @param beside  what was typed in other windows without having seen this one, the oldest first
     */
    record Kept(String content, long version, List<DraftKept.Other> beside) {}

    Optional<Kept> find(String taskId, String account) {
        return database.sql("select content, version from task_draft where task_id = ? and account = ?")
                .params(taskId, account)
                .query((row, number) -> new Kept(row.getString(1), row.getLong(2), beside(taskId, account)))
                .optional();
    }

    /**
     * @param seen     version that the text builds upon, 0 for none
     * @param replaces ids of texts beside the draft that the text takes the place of: it was made of them, or the person
     *                 has seen them and wants this one
     */
    DraftKept keep(String taskId, String account, String content, long seen, List<String> replaces) {
        for (var replaced : replaces) {
            drop(taskId, account, replaced);
        }
        var kept = find(taskId, account).orElse(null);
        if (kept == null) {
            database.sql("insert into task_draft (task_id, account, content, version, saved_at) values (?, ?, ?, 1, ?)")
                    .params(taskId, account, content, now())
                    .update();
            return new DraftKept(1, null, List.of());
        }
        // The same text twice is one: its answer did not arrive, or both windows say the same.
        var same = kept.beside().stream()
                .filter(other -> other.draft().equals(content))
                .findFirst();
        if (kept.version() == seen) {
            same.ifPresent(other -> drop(taskId, account, other.id()));
            database.sql(
                            "update task_draft set content = ?, version = ?, saved_at = ? where task_id = ? and account = ?")
                    .params(content, seen + 1, now(), taskId, account)
                    .update();
            return new DraftKept(seen + 1, null, beside(taskId, account));
        }
        if (kept.content().equals(content)) {
            return new DraftKept(kept.version(), null, kept.beside());
        }
        var id = same.map(DraftKept.Other::id).orElseGet(() -> putBeside(taskId, account, content, kept));
        var others = Stream.concat(
                        Stream.of(new DraftKept.Other("", kept.content())),
                        kept.beside().stream().filter(other -> !other.id().equals(id)))
                .toList();
        return new DraftKept(kept.version(), id, others);
    }

    private String putBeside(String taskId, String account, String content, Kept kept) {
        if (kept.beside().size() >= MOST_BESIDE) {
            throw new Refusal("engine.draft.tooMany", MOST_BESIDE + 1);
        }
        var id = UUID.randomUUID().toString();
        database.sql("insert into task_draft_beside (id, task_id, account, content, saved_at) values (?, ?, ?, ?, ?)")
                .params(id, taskId, account, content, now())
                .update();
        return id;
    }

    private List<DraftKept.Other> beside(String taskId, String account) {
        return database.sql("select id, content from task_draft_beside where task_id = ? and account = ?"
                        + " order by saved_at, id")
                .params(taskId, account)
                .query((row, number) -> new DraftKept.Other(row.getString(1), row.getString(2)))
                .list();
    }

    private void drop(String taskId, String account, String id) {
        database.sql("delete from task_draft_beside where task_id = ? and account = ? and id = ?")
                .params(taskId, account, id)
                .update();
    }

    /** Whether the person has another text of this task than the one that builds upon this version. */
    boolean hasUnseen(String taskId, String account, long seen) {
        return find(taskId, account)
                .filter(kept -> kept.version() != seen || !kept.beside().isEmpty())
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
        database.sql("delete from task_draft_beside where task_id = ?")
                .param(taskId)
                .update();
        return database.sql("delete from task_draft where task_id = ?")
                        .param(taskId)
                        .update()
                > 0;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
