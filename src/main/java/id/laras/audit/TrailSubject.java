package id.laras.audit;

import id.laras.rules.CodedMigration;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Gives the column that says what an entry of the trail is about its right name: evaluations are only some of it. In Java, because
 * MariaDB's trigger names the column and does not follow it. Can be run again: MariaDB takes back no statement of a migration that broke off.
 */
@Component
class TrailSubject extends CodedMigration {

    TrailSubject() {
        super("330", "trail subject");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (var statement = context.getConnection().createStatement()) {
            if (isH2(context)) {
                statement.execute("alter table trail_entry alter column if exists evaluation_id rename to subject");
                statement.execute("alter index if exists ix_trail_entry_evaluation rename to ix_trail_entry_subject");
                return;
            }
            statement.execute("drop trigger if exists trail_entry_no_update");
            statement.execute("alter table trail_entry rename column if exists evaluation_id to subject,"
                    + " rename index if exists ix_trail_entry_evaluation to ix_trail_entry_subject");
            RedactableTrail.forbidOtherChanges(statement, "subject");
        }
    }
}
