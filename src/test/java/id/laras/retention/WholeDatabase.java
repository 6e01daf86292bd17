package id.laras.retention;

import id.laras.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every column of every table, the engine's too. */
record WholeDatabase(JdbcTemplate database) {

    record Column(String table, String name, boolean large) {}

    List<Column> columns() {
        var schema = TestDatabase.isMariaDb() ? "database()" : "'PUBLIC'";
        return database.query(
                "select table_name, lower(column_name), lower(data_type) from information_schema.columns"
                        + " where table_schema = " + schema,
                (row, number) -> new Column(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3).contains("large object")
                                || row.getString(3).startsWith("long")));
    }

    /** Every table in any column of which the word stands, be it text or bytes. */
    Set<String> tablesWith(String word) {
        var found = new TreeSet<String>();
        var tables = new TreeSet<String>();
        columns().forEach(column -> tables.add(column.table()));
        for (var table : tables) {
            if (!table.toLowerCase(Locale.ROOT).startsWith("flyway")) {
                database.query("select * from " + table, (ResultSet row) -> {
                    if (holds(row, word)) {
                        found.add(table.toLowerCase(Locale.ROOT));
                    }
                });
            }
        }
        return found;
    }

    private static boolean holds(ResultSet row, String word) throws SQLException {
        for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            var type = row.getMetaData().getColumnTypeName(i).toLowerCase(Locale.ROOT);
            var text = type.contains("blob") || type.contains("binary")
                    ? bytes(row.getBytes(i))
                    : String.valueOf(row.getString(i));
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String bytes(byte[] content) {
        return content == null ? "" : new String(content, StandardCharsets.ISO_8859_1);
    }
}
