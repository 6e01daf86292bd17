package id.laras.people;

import java.util.List;

/** A row of {@code units.csv}. */
record UnitRow(CsvTable.Row row, String code, String name, String parentCode) {

    static final List<String> COLUMNS = List.of("kode", "nama", "induk");

    static UnitRow of(CsvTable.Row row) {
        return new UnitRow(row, row.cell("kode"), row.cell("nama"), row.cell("induk"));
    }
}
