package id.laras.security;

import id.laras.rules.CodedMigration;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Lets MariaDB allow one change of an entry of the log of logins and no other: its account becomes a pseudonym
 * (docs/adr/0068-a-log-of-logins.md). Entries go when their time is over, and that time is a setting by the application's
 * clock, so the database does not hold deleting. H2 has no triggers in SQL.
 */
@Component
class AppendOnlyLogins extends CodedMigration {

    AppendOnlyLogins() {
        super("297", "append-only logins");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        if (isH2(context)) {
            return;
        }
        // coalesce: what is unknown because something became null must not pass
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("create trigger login_entry_no_update before update on login_entry for each row"
                    + " if not coalesce(binary new.id = binary old.id"
                    + " and new.recorded_at <=> old.recorded_at"
                    + " and binary new.address <=> binary old.address"
                    + " and binary new.way <=> binary old.way"
                    + " and binary new.outcome <=> binary old.outcome"
                    + " and binary new.token <=> binary old.token"
                    + " and (binary new.account <=> binary old.account or old.account is not null"
                    + " and binary new.account regexp '^anon[0-9a-f]{16}$'), false)"
                    + " then signal sqlstate '45000' set message_text = 'The log of logins is append-only'; end if");
        }
    }
}
