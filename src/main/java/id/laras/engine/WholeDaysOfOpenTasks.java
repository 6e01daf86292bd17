package id.laras.engine;

import id.laras.rules.AgencyDays;
import id.laras.rules.CodedMigration;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * What older releases set to the second ends with its whole day too: open tasks are due at the last second of the day that
 * they show, and a timer that would fire within a day waits for its end. In Java, because the day is the agency's. Timers
 * that begin something fire at midnight, and stay (docs/adr/0087).
 */
@Component
public class WholeDaysOfOpenTasks extends CodedMigration {

    private final WholeDays days;
    private final Clock clock;

    public WholeDaysOfOpenTasks(WholeDays days, Clock clock) {
        super("320", "whole days of open tasks and timers");
        this.days = days;
        this.clock = clock;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        var tasks = read(connection, "select ID_, DUE_DATE_ from ACT_RU_TASK where DUE_DATE_ is not null");
        write(connection, "update ACT_RU_TASK set DUE_DATE_ = ? where ID_ = ?", tasks, this::lastSecond);
        write(connection, "update ACT_HI_TASKINST set DUE_DATE_ = ? where ID_ = ?", tasks, this::lastSecond);
        // What should have fired before today does so; who lost their last day by that is ADR 88's.
        var timers = read(
                connection,
                "select ID_, DUEDATE_ from ACT_RU_JOB where DUEDATE_ is not null and REPEAT_ is null"
                        + " and HANDLER_TYPE_ in ('timer-transition', 'timer-intermediate-transition')");
        timers.values().removeIf(due -> days.dayOf(due).isBefore(LocalDate.now(clock)));
        write(connection, "update ACT_RU_JOB set DUEDATE_ = ? where ID_ = ?", timers, this::midnight);
    }

    private Timestamp lastSecond(Timestamp due) {
        return Timestamp.from(AgencyDays.over(days.dayOf(due), clock).minusSeconds(1));
    }

    /** The day that begins then has not begun for a timer: it ends the one before. */
    private Timestamp midnight(Timestamp due) {
        return Timestamp.from(AgencyDays.over(days.dayBefore(due), clock));
    }

    private static Map<String, Timestamp> read(Connection connection, String sql) throws SQLException {
        var found = new LinkedHashMap<String, Timestamp>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getTimestamp(2));
            }
        }
        return found;
    }

    private static void write(
            Connection connection, String sql, Map<String, Timestamp> found, UnaryOperator<Timestamp> right)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var each : found.entrySet()) {
                if (!right.apply(each.getValue()).equals(each.getValue())) {
                    statement.setTimestamp(1, right.apply(each.getValue()));
                    statement.setString(2, each.getKey());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
