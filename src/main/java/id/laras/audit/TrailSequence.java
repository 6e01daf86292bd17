package id.laras.audit;

import id.laras.rules.CodedMigration;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Lets the trail take its numbers from a sequence, in blocks of 50, instead of one by one from the table. In Java, because
 * the sequence goes on behind the entries that are there already, and SQL cannot compute where a sequence starts.
 */
@Component
class TrailSequence extends CodedMigration {

    private static final int BLOCK = 50;

    TrailSequence() {
        super("141", "trail sequence");
    }

    /** A value of the sequence is the last number of its block: the first block begins behind the newest entry. */
    @Override
    public void migrate(Context context) throws SQLException {
        var h2 = isH2(context);
        try (var statement = context.getConnection().createStatement()) {
            long newest;
            try (var found = statement.executeQuery("select coalesce(max(id), 0) from trail_entry")) {
                found.next();
                newest = found.getLong(1);
            }
            statement.execute(
                    "create sequence trail_entry_seq start with " + (newest + BLOCK) + " increment by " + BLOCK);
            statement.execute(
                    h2
                            ? "alter table trail_entry alter column id drop identity"
                            : "alter table trail_entry modify id bigint not null");
        }
    }
}
