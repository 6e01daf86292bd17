package id.laras.plans;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A copy of the tests' database with some hundred evaluations in every stage, which MariaDB takes for one of 50,000: its
 * statistics are multiplied, not its rows. So it plans a statement as it would there, and nothing has to be waited for.
 */
final class GrownDatabase {

    static final long EVALUATIONS = 50_000;

    /** Enough that what differs between evaluations stands out from what there are only a few of, like stages and steps. */
    private static final long COPIED = 400;

    /**
     * Tables that do not grow with people and years: rules, definitions, units, settings, orders of HR and imports that
     * wait for a second person, whose answer deletes them; and what of the engine is not used (cases, tenants, its own
     * users, external tasks, batches). All others grow.
     */
    private static final Set<String> SMALL = Set.of(
            "act_ge_property",
            "act_ge_schema_log",
            "act_re_deployment",
            "act_re_procdef",
            "act_re_decision_def",
            "act_re_decision_req_def",
            "act_re_camformdef",
            "act_re_case_def",
            "act_ru_filter",
            "act_ru_jobdef",
            "act_ru_batch",
            "act_hi_batch",
            "act_ru_ext_task",
            "act_hi_ext_task_log",
            "act_ru_case_execution",
            "act_ru_case_sentry_part",
            "act_hi_caseinst",
            "act_hi_caseactinst",
            "act_ru_meter_log",
            "act_ru_task_meter_log",
            "act_id_user",
            "act_id_group",
            "act_id_membership",
            "act_id_info",
            "act_id_tenant",
            "act_id_tenant_member",
            "cycle",
            "opening",
            "opened_unit",
            "opening_unit",
            "unit",
            "unit_predicate",
            "calibration",
            "job_position",
            "job_position_competency",
            "official_acting",
            "erasure",
            "waiting_import",
            "people_lock",
            "flyway_schema_history",
            "trail_entry_seq");

    /** Names of a rule, not of a thing. */
    private static final Set<String> KEPT = Set.of("deployment_id_", "job_def_id_", "cycle_id");

    private final JdbcClient database;

    /** For statements that are written down with their values: nothing in them is a parameter. */
    private final JdbcTemplate written;

    private final String schema;
    private final String grown;
    private final long factor;
    private final List<String> growing;

    /** @param connection one and the same, because a schema is chosen on it */
    GrownDatabase(SingleConnectionDataSource connection, String schema) {
        this.database = JdbcClient.create(connection);
        this.written = new JdbcTemplate(connection);
        this.schema = schema;
        this.grown = schema + "_grown";
        database.sql("drop database if exists " + grown).update();
        database.sql("create database " + grown).update();
        var tables = database.sql("select table_name from information_schema.tables where table_schema = ?"
                        + " and table_type = 'BASE TABLE'")
                .param(schema)
                .query(String.class)
                .list();
        this.growing = tables.stream()
                .filter(table -> !SMALL.contains(table.toLowerCase(Locale.ROOT)))
                .toList();
        var copies = Math.max(1, COPIED / Math.max(1, count(schema, "evaluation")));
        tables.forEach(table -> copy(table, growing.contains(table) ? copies : 0));
        this.factor = Math.max(1, EVALUATIONS / count(grown, "evaluation"));
        growing.forEach(this::multiply);
    }

    private long count(String in, String table) {
        return database.sql("select count(*) from " + in + "." + table)
                .query(Long.class)
                .single();
    }

    private void copy(String table, long copies) {
        database.sql("create table " + grown + "." + table + " like " + schema + "." + table)
                .update();
        database.sql("insert into " + grown + "." + table + " select * from " + schema + "." + table)
                .update();
        if (copies > 0) {
            var columns = database.sql("select column_name, data_type from information_schema.columns"
                            + " where table_schema = ? and table_name = ? order by ordinal_position")
                    .params(schema, table)
                    .query((row, number) -> anew(row.getString(1), row.getString(2), table))
                    .list();
            database.sql("insert ignore into " + grown + "." + table + " select " + String.join(", ", columns)
                            + " from " + schema + "." + table + ", seq_1_to_" + copies)
                    .update();
        }
    }

    /** The value in a copy: ids, accounts and NIPs become others, everything else stays. */
    private static String anew(String column, String type, String table) {
        var name = "`" + column + "`";
        if (type.equals("bigint") && table.equals("trail_entry") && column.equals("id")) {
            return name + " + seq * 10000000";
        }
        if (!type.equals("varchar") || KEPT.contains(column.toLowerCase(Locale.ROOT))) {
            return name;
        }
        return "case when <c> regexp '^[0-9a-f]{8}-[0-9a-f-]{27}$' then concat(left(<c>, 32), lpad(hex(seq), 4, '0'))"
                        .replace("<c>", name)
                + " when <c> regexp '^[0-9]{18}$' then concat(lpad(seq, 6, '0'), substr(<c>, 7))".replace("<c>", name)
                + " when <c> regexp '^[a-z]{3,11}[0-9]{3,}$' then concat(<c>, 'x', seq) else <c> end"
                        .replace("<c>", name);
    }

    /** What there is of it in each evaluation is there so many times more; what there are a few of in all, stays. */
    private void multiply(String table) {
        var few = count(grown, "evaluation") / 5;
        database.sql("analyze table " + grown + "." + table).query().listOfRows();
        database.sql("update mysql.innodb_table_stats set n_rows = n_rows * ?,"
                        + " clustered_index_size = clustered_index_size * ?,"
                        + " sum_of_other_index_sizes = sum_of_other_index_sizes * ?"
                        + " where database_name = ? and table_name = ?")
                .params(factor, factor, factor, grown, table)
                .update();
        database.sql("update mysql.innodb_index_stats set stat_value = stat_value * ?"
                        + " where database_name = ? and table_name = ? and (stat_name in ('size', 'n_leaf_pages')"
                        + " or stat_name like 'n_diff%' and stat_value > ?)")
                .params(factor, grown, table, few)
                .update();
        database.sql("flush table " + grown + "." + table).update();
    }

    /** How many evaluations MariaDB believes in. */
    long believed() {
        return database.sql("select table_rows from information_schema.tables where table_schema = ?"
                        + " and table_name = 'evaluation'")
                .param(grown)
                .query(Long.class)
                .single();
    }

    /**
     * How it would carry out the statement, as far as growing tables are read.
     *
     * @return the table and how it is read, one line per table
     */
    List<Read> plan(String statement) {
        database.sql("use " + grown).update();
        try {
            var names = names(statement);
            return written
                    .query("explain " + statement, (row, number) -> {
                        var alias = String.valueOf(row.getString("table")).toLowerCase(Locale.ROOT);
                        return new Read(
                                names.getOrDefault(alias, alias),
                                row.getString("type"),
                                row.getString("key"),
                                // with a filter by a second index MariaDB writes "101 (1%)"
                                Long.parseLong(Objects.toString(row.getString("rows"), "0")
                                        .split(" ")[0]));
                    })
                    .stream()
                    .filter(read -> names.containsValue(read.table()))
                    .toList();
        } finally {
            database.sql("use " + schema).update();
        }
    }

    /** @param rows that MariaDB believes it has to read */
    record Read(String table, String type, String key, long rows) {}

    /** Growing tables by the name under which the statement knows them. */
    private Map<String, String> names(String statement) {
        Map<String, String> names = new TreeMap<>();
        for (var table : growing) {
            var uses = Pattern.compile("(?i)\\b" + table + "\\b`?(?:\\s+(?:as\\s+)?(\\w+))?")
                    .matcher(statement);
            while (uses.find()) {
                names.put(table.toLowerCase(Locale.ROOT), table);
                if (uses.group(1) != null) {
                    names.put(uses.group(1).toLowerCase(Locale.ROOT), table);
                }
            }
        }
        return names;
    }

    void drop() {
        database.sql("drop database " + grown).update();
    }
}
