package id.laras.intake;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A row of {@code acting}: who acts for exactly one unit's head, position or person.
 *
 * @param kind     PLT (pelaksana tugas) or PLH (pelaksana harian)
 * @param firstDay null when it is none
 * @param lastDay  last day of it; null until further notice
 */
record ActingRow(
        TableRow row,
        String kind,
        String unitCode,
        String positionCode,
        String replacedNip,
        String actingNip,
        LocalDate firstDay,
        LocalDate lastDay)
        implements ImportRow {

    static ActingRow of(TableRow row) {
        return new ActingRow(
                row,
                row.cell("jenis"),
                row.cell("unit"),
                row.cell("kode_jabatan"),
                row.cell("digantikan_nip"),
                row.cell("pelaksana_nip"),
                row.day("mulai"),
                row.day("sampai"));
    }

    boolean hasOnePlace() {
        return Stream.of(unitCode, positionCode, replacedNip)
                        .filter(Objects::nonNull)
                        .count()
                == 1;
    }

    /** What somebody acts for, the same for all rows about it. */
    String place() {
        return place(unitCode, positionCode, replacedNip);
    }

    static String place(String unitCode, String positionCode, String replacedNip) {
        return unitCode != null
                ? "UNIT " + unitCode
                : positionCode != null ? "POSITION " + positionCode : "EMPLOYEE " + replacedNip;
    }

    @Override
    public String key() {
        return key(place(), actingNip, firstDay);
    }

    static String key(String place, String actingNip, LocalDate firstDay) {
        return place + " " + actingNip + " " + firstDay;
    }

    @Override
    public String title() {
        return Objects.requireNonNullElse(kind, "") + " "
                + Stream.of(unitCode, positionCode, replacedNip)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("");
    }

    @Override
    public Map<String, String> values() {
        var values = row.values(ImportTable.ACTING.required());
        if (firstDay != null) {
            values.put("mulai", firstDay.toString());
        }
        if (lastDay != null) {
            values.put("sampai", lastDay.toString());
        }
        return values;
    }
}
