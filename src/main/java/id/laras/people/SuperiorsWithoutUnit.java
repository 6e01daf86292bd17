package id.laras.people;

import id.laras.rules.CodedMigration;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** A superior outside of the service belongs to no unit (docs/adr/0094). H2 and MariaDB say it with different words. */
@Component
class SuperiorsWithoutUnit extends CodedMigration {

    SuperiorsWithoutUnit() {
        super("310", "superiors without unit");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (var statement = context.getConnection().createStatement()) {
            statement.execute(
                    isH2(context)
                            ? "alter table employee alter column unit_code drop not null"
                            : "alter table employee modify unit_code varchar(64) character set utf8mb4 collate utf8mb4_bin null");
        }
    }
}
