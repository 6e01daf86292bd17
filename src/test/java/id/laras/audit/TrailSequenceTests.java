package id.laras.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.MigratedOver;
import java.sql.DriverManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value of the sequence is the last number of a block of 50. */
class TrailSequenceTests {

    @ParameterizedTest
    @CsvSource({"0, 50", "1234, 1284"})
    void theFirstBlockBeginsBehindTheNewestEntry(int entries, long lastOfFirstBlock) throws Exception {
        try (var database = DriverManager.getConnection("jdbc:h2:mem:");
                var statement = database.createStatement()) {
            statement.execute("create table trail_entry (id bigint not null auto_increment, primary key (id))");
            if (entries > 0) {
                statement.execute("insert into trail_entry (id) values (" + entries + ")");
            }
            new TrailSequence().migrate(new MigratedOver(database));
            try (var next = statement.executeQuery("select next value for trail_entry_seq")) {
                next.next();
                assertThat(next.getLong(1)).isEqualTo(lastOfFirstBlock);
            }
        }
    }
}
