package id.laras.intake;

import id.laras.people.BareName;
import id.laras.rules.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads everything that an import can touch with one query per table, and writes in batches. */
@Component
class PeopleTables {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;

    PeopleTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One import after the other, until the transaction ends.
     *
     * @throws Refusal when another takes longer than the database waits
     */
    void lock() {
        try {
            jdbc.queryForObject("select id from people_lock where id = 1 for update", Integer.class);
        } catch (PessimisticLockingFailureException another) {
            throw new Refusal("people.import.busy");
        }
    }

    @Transactional(readOnly = true)
    KnownPeople load() {
        var known = KnownPeople.none();
        load(known, ImportTable.UNITS, "select code, name, parent_code from unit");
        load(known, ImportTable.POSITIONS, "select code, name, kind, level, null from job_position");
        jdbc.query(
                "select position_code, competency, level from job_position_competency order by competency", found -> {
                    var competency = found.getString(2) + ":" + found.getInt(3);
                    known.of(ImportTable.POSITIONS)
                            .get(found.getString(1))
                            .merge("kompetensi", competency, (before, next) -> before + "|" + next);
                });
        load(
                known,
                ImportTable.EMPLOYEES,
                "select nip, name, email, position, position_kind, position_level, unit_code, superior_nip, account,"
                        + " ended_on from employee");
        load(
                known,
                ImportTable.ACTING,
                "select kind, case when place_kind = 'UNIT' then place end, case when place_kind = 'POSITION' then place"
                        + " end, case when place_kind = 'EMPLOYEE' then place end, acting_nip, first_day, last_day"
                        + " from official_acting");
        return known;
    }

    /** The query's columns are the table's, in its order. */
    private void load(KnownPeople known, ImportTable table, String query) {
        var columns = table.columns();
        jdbc.query(query, found -> {
            Map<String, String> row = new LinkedHashMap<>();
            for (var i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), found.getString(i + 1));
            }
            known.of(table).put(key(table, row), row);
        });
    }

    private static String key(ImportTable table, Map<String, String> row) {
        return table == ImportTable.ACTING
                ? ActingRow.key(place(row), row.get("pelaksana_nip"), day(row.get("mulai")))
                : row.get(table.required().get(0));
    }

    private static String place(Map<String, String> row) {
        return ActingRow.place(row.get("unit"), row.get("kode_jabatan"), row.get("digantikan_nip"));
    }

    /** Writes the changes in their order, each kind of statement in batches. @param written told how many are done */
    void write(List<ImportChange> changes, IntConsumer written) {
        var done = 0;
        for (var from = 0; from < changes.size(); from = done) {
            var first = changes.get(from);
            var to = from;
            while (to < changes.size()
                    && to - from < BATCH
                    && changes.get(to).table() == first.table()
                    && isNew(changes.get(to)) == isNew(first)) {
                to++;
            }
            write(first.table(), isNew(first), changes.subList(from, to));
            done = to;
            written.accept(done);
        }
    }

    private static boolean isNew(ImportChange change) {
        return change.kind() == ImportChange.Kind.ADDED;
    }

    private void write(ImportTable table, boolean added, List<ImportChange> changes) {
        var statement =
                switch (table) {
                    case UNITS ->
                        added
                                ? "insert into unit (name, parent_code, code, version) values (?, ?, ?, 0)"
                                : "update unit set name = ?, parent_code = ?, version = version + 1 where code = ?";
                    case POSITIONS ->
                        added
                                ? "insert into job_position (name, kind, level, code, version) values (?, ?, ?, ?, 0)"
                                : "update job_position set name = ?, kind = ?, level = ?, version = version + 1"
                                        + " where code = ?";
                    case EMPLOYEES ->
                        added
                                ? "insert into employee (name, email, position, position_kind, position_level, unit_code,"
                                        + " superior_nip, ended_on, account, bare_name, nip, version)"
                                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
                                : "update employee set name = ?, email = ?, position = ?, position_kind = ?,"
                                        + " position_level = ?, unit_code = ?, superior_nip = ?, ended_on = ?,"
                                        + " account = ?, bare_name = ?, version = version + 1 where nip = ?";
                    case ACTING ->
                        added
                                ? "insert into official_acting (kind, last_day, place_kind, place, acting_nip, first_day,"
                                        + " version) values (?, ?, ?, ?, ?, ?, 0)"
                                : "update official_acting set kind = ?, last_day = ?, version = version + 1"
                                        + " where place_kind = ? and place = ? and acting_nip = ? and first_day = ?";
                };
        jdbc.batchUpdate(
                statement,
                changes.stream().map(change -> values(table, change.values())).toList());
        if (table == ImportTable.POSITIONS) {
            writeCompetencies(changes);
        }
    }

    private static Object[] values(ImportTable table, Map<String, String> row) {
        return switch (table) {
            case UNITS -> texts(row, "nama", "induk", "kode");
            case POSITIONS -> texts(row, "nama", "jenis_jabatan", "jenjang", "kode");
            case EMPLOYEES -> {
                var values = texts(
                        row,
                        "nama",
                        "email",
                        "jabatan",
                        "jenis_jabatan",
                        "jenjang",
                        "unit",
                        "atasan_nip",
                        "berakhir",
                        "akun",
                        "nama",
                        "nip");
                values[7] = day(row.get("berakhir"));
                values[9] = BareName.kept(row.get("nama"));
                yield values;
            }
            case ACTING -> {
                var place = place(row).split(" ", 2);
                yield new Object[] {
                    row.get("jenis"),
                    day(row.get("sampai")),
                    place[0],
                    place[1],
                    row.get("pelaksana_nip"),
                    day(row.get("mulai"))
                };
            }
        };
    }

    private static Object[] texts(Map<String, String> row, String... columns) {
        return Stream.of(columns).map(row::get).toArray();
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private void writeCompetencies(List<ImportChange> positions) {
        jdbc.batchUpdate(
                "delete from job_position_competency where position_code = ?",
                positions.stream()
                        .map(position -> new Object[] {position.key()})
                        .toList());
        List<Object[]> asked = new ArrayList<>();
        positions.forEach(position -> PositionRow.competencies(position.values().get("kompetensi"))
                .forEach((code, level) -> asked.add(new Object[] {position.key(), code, level})));
        jdbc.batchUpdate(
                "insert into job_position_competency (position_code, competency, level) values (?, ?, ?)", asked);
    }
}
