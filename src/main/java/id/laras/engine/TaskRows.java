package id.laras.engine;

import id.laras.rules.Refusal;
import java.util.Date;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's row of a task, which orders all who work on it: who completes it, keeps its draft or lets its time run out
 * takes the row first.
 */
@Component
class TaskRows {

    private final JdbcClient database;
    private final WholeDays days;

    TaskRows(JdbcClient database, WholeDays days) {
        this.database = database;
        this.days = days;
    }

    /**
     * Takes the row until the transaction ends.
     *
     * @return false when somebody has ended the task meanwhile
     */
    boolean take(String taskId) {
        return database.sql("select ID_ from ACT_RU_TASK where ID_ = ? for update")
                .param(taskId)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Why this person can do nothing with the task any more; empty when it was never theirs, or is still there. */
    Optional<Refusal> ended(String taskId, String account) {
        return database.sql("""
                        select h.DELETE_REASON_, h.DUE_DATE_ from ACT_HI_TASKINST h
                        where h.ID_ = ? and h.ASSIGNEE_ = ? and h.END_TIME_ is not null
                          and not exists (select 1 from ACT_RU_TASK t where t.ID_ = h.ID_)
                        """)
                .params(taskId, account)
                .query((row, number) -> why(row.getString(1), row.getTimestamp(2)))
                .optional();
    }

    /** A timer or a message of the model leaves the reason "deleted", HR who ends an evaluation another one. */
    private Refusal why(String reason, Date due) {
        if ("completed".equals(reason)) {
            return new Refusal("engine.submission.sent");
        }
        return "deleted".equals(reason) && due != null && days.isOver(due)
                ? new Refusal("engine.submission.late", days.dayOf(due))
                : new Refusal("engine.submission.over");
    }
}
