package id.laras.plans;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What MariaDB was asked during a deed, whoever asked, as the server itself writes it down. One example of each statement. */
final class Recorder {

    private final JdbcClient database;

    Recorder(JdbcClient database) {
        this.database = database;
    }

    Collection<String> during(Runnable deed) {
        database.sql("set global log_output = 'TABLE'").update();
        database.sql("truncate table mysql.general_log").update();
        database.sql("set global general_log = 1").update();
        try {
            deed.run();
        } finally {
            database.sql("set global general_log = 0").update();
        }
        Map<String, String> examples = new LinkedHashMap<>();
        database.sql("select argument from mysql.general_log where command_type in ('Query', 'Execute')")
                .query(row -> {
                    var statement = row.getString(1).strip();
                    if (isAsked(statement.toLowerCase(Locale.ROOT))) {
                        examples.put(shape(statement), statement);
                    }
                });
        return examples.values();
    }

    private static boolean isAsked(String statement) {
        return (statement.startsWith("select") || statement.startsWith("update") || statement.startsWith("delete"))
                && statement.contains(" ")
                && !statement.startsWith("select @@")
                && !statement.startsWith("select next value for")
                && !statement.contains("information_schema")
                && !statement.contains("mysql.");
    }

    /** Without its values, so that the same statement about somebody else is the same. */
    static String shape(String statement) {
        return statement
                .replaceAll("'(?:[^'\\\\]|\\\\.|'')*'", "?")
                .replaceAll("\\b\\d+(?:\\.\\d+)?\\b", "?")
                .replaceAll("\\s+", " ")
                .replaceAll("\\(\\s*\\?(?:\\s*,\\s*\\?)+\\s*\\)", "(?)");
    }
}
