package id.laras.security;

import id.laras.rules.CodedMigration;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Lets MariaDB keep an entry of the log of logins as long as the shortest setting allows, by its own clock: neither a setting
 * nor a page nor a node whose clock is wrong removes a fresh one (docs/adr/0068-a-log-of-logins.md). H2 has no triggers in SQL.
 */
@Component
class KeptLogins extends CodedMigration {

    KeptLogins() {
        super("303", "kept logins");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        if (isH2(context)) {
            return;
        }
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("create trigger login_entry_no_delete before delete on login_entry for each row"
                    + " if old.recorded_at > utc_timestamp() - interval " + LoginSettings.LOG_KEPT_AT_LEAST + " day"
                    + " then signal sqlstate '45000' set message_text = 'An entry of the log of logins is kept for "
                    + LoginSettings.LOG_KEPT_AT_LEAST + " days'; end if");
        }
    }
}
