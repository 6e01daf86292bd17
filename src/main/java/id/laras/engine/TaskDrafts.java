package id.laras.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody has typed into a form and not handed in yet; one per task and person, gone with the task. */
@Component
class TaskDrafts {

    private final JdbcClient database;
    private final Clock clock;

    TaskDrafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<String> find(String taskId, String account) {
        return database.sql("select content from task_draft where task_id = ? and account = ?")
                .params(taskId, account)
                .query(String.class)
                .optional();
    }

    void keep(String taskId, String account, String content) {
        if (update(taskId, account, content) == 0) {
            try {
                database.sql("insert into task_draft (content, saved_at, task_id, account) values (?, ?, ?, ?)")
                        .params(content, now(), taskId, account)
                        .update();
            } catch (DuplicateKeyException e) {
                update(taskId, account, content);
            }
        }
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

    private int update(String taskId, String account, String content) {
        return database.sql("update task_draft set content = ?, saved_at = ? where task_id = ? and account = ?")
                .params(content, now(), taskId, account)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
