package id.laras.intake;

import java.util.Map;

/** A row of {@code units}. */
record UnitRow(TableRow row, String code, String name, String parentCode) implements ImportRow {

    static UnitRow of(TableRow row) {
        return new UnitRow(row, row.cell("kode"), row.cell("nama"), row.cell("induk"));
    }

    @Override
    public String key() {
        return code;
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public Map<String, String> values() {
        return row.values(ImportTable.UNITS.required());
    }
}
