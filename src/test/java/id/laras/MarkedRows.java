package id.laras;

import id.laras.steps.Step;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many rows at once, written without the application: they begin with a mark, and would trouble other tests if they stayed. */
record MarkedRows(JdbcClient database, String mark) {

    /** @param insert writes one row, of {@code :mark} and the three digits {@code :n} */
    void insert(String insert, int from, int until) {
        for (var n = from; n < until; n++) {
            database.sql(insert)
                    .param("mark", mark)
                    .param("n", "%03d".formatted(n))
                    .update();
        }
    }

    /** Ratings of this person that were due on that day, in copies of this evaluation's process. */
    void ratings(String evaluation, String assessor, String day, int from, int until) {
        insert(
                "insert into ACT_RU_EXECUTION (ID_, REV_, ROOT_PROC_INST_ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_,"
                        + " IS_ACTIVE_, IS_CONCURRENT_, IS_SCOPE_, IS_EVENT_SCOPE_, SUSPENSION_STATE_, CACHED_ENT_STATE_,"
                        + " SEQUENCE_COUNTER_) select concat(:mark, :n), 1, concat(:mark, :n), concat(:mark, :n),"
                        + " concat(:mark, :n), PROC_DEF_ID_, IS_ACTIVE_, IS_CONCURRENT_, IS_SCOPE_, IS_EVENT_SCOPE_,"
                        + " SUSPENSION_STATE_, CACHED_ENT_STATE_, SEQUENCE_COUNTER_ from ACT_RU_EXECUTION"
                        + " where BUSINESS_KEY_ = '" + evaluation + "' and ID_ = ROOT_PROC_INST_ID_",
                from,
                until);
        insert(
                "insert into ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_, TASK_DEF_KEY_,"
                        + " ASSIGNEE_, PRIORITY_, CREATE_TIME_, DUE_DATE_, SUSPENSION_STATE_) select ID_, 1, ID_, ID_,"
                        + " PROC_DEF_ID_, 'Uji', '" + Step.RATE_EMPLOYEE.task() + "', '" + assessor
                        + "', 50, current_timestamp, timestamp '" + day + " 10:00:00', 1 from ACT_RU_EXECUTION"
                        + " where ID_ = concat(:mark, :n)",
                from,
                until);
    }

    /** Trail and log of logins are kept by the database. */
    void delete() {
        for (var statement : List.of(
                "delete from ACT_RU_TASK where ID_ like :mark",
                "delete from ACT_RU_EXECUTION where ID_ like :mark",
                "delete from ACT_RU_INCIDENT where ID_ like :mark",
                "delete from evaluation where id like :mark",
                "delete from cycle where id like :mark",
                "delete from calibration where id like :mark",
                "delete from absence where id like :mark",
                "delete from employee where nip like :mark",
                "delete from opening_skip where id like :mark",
                "delete from waiting_import where id like :mark",
                "delete from api_token where id like :mark",
                "delete from substitution_kind where substitution_id like :mark",
                "delete from substitution where id like :mark",
                "delete from account_unit where account_name like :mark",
                "delete from account_role where account_name like :mark",
                "delete from account where name like :mark")) {
            database.sql(statement).param("mark", mark + "%").update();
        }
    }
}
