package id.laras.audit;

import id.laras.rules.CodedMigration;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Lets MariaDB itself refuse to change or remove an entry of the trail, whoever asks. H2 knows no triggers in SQL; it
 * serves for trying out only, where this code is the only one that writes.
 */
@Component
class AppendOnlyTrail extends CodedMigration {

    AppendOnlyTrail() {
        super("121", "append-only trail");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        if (isH2(context)) {
            return;
        }
        try (var statement = context.getConnection().createStatement()) {
            for (var deed : List.of("update", "delete")) {
                statement.execute("create trigger trail_entry_no_" + deed + " before " + deed
                        + " on trail_entry for each row"
                        + " signal sqlstate '45000' set message_text = 'The trail is append-only'");
            }
        }
    }
}
