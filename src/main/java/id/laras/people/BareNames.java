package id.laras.people;

import id.laras.rules.CodedMigration;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Keeps beside a name what is left of it without titles, capitals and blanks, so that namesakes are found by an index. SQL alone
 * cannot say what a title is.
 */
@Component
class BareNames extends CodedMigration {

    BareNames() {
        super("322", "bare names");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("alter table employee add bare_name varchar(200)");
            try (var update = connection.prepareStatement("update employee set bare_name = ? where nip = ?");
                    var rows = statement.executeQuery("select nip, name from employee")) {
                while (rows.next()) {
                    update.setString(1, BareName.kept(rows.getString(2)));
                    update.setString(2, rows.getString(1));
                    update.addBatch();
                }
                update.executeBatch();
            }
            statement.execute("create index ix_employee_bare_name on employee (bare_name)");
            statement.execute("drop index ix_employee_name" + (isH2(context) ? "" : " on employee"));
        }
    }
}
