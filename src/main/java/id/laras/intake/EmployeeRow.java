package id.laras.intake;

import id.laras.people.PositionKind;
import java.time.LocalDate;
import java.util.Map;

/**
 * A row of {@code employees}.
 *
 * @param account null when the file leaves it open
 * @param endedOn last day of service, null when the file names none
 */
record EmployeeRow(
        TableRow row,
        String nip,
        String name,
        String email,
        String position,
        String positionKind,
        String positionLevel,
        String unitCode,
        String superiorNip,
        String account,
        LocalDate endedOn)
        implements ImportRow {

    static EmployeeRow of(TableRow row) {
        return new EmployeeRow(
                row,
                row.cell("nip"),
                row.cell("nama"),
                row.cell("email"),
                row.cell("jabatan"),
                row.cell("jenis_jabatan"),
                row.cell("jenjang"),
                row.cell("unit"),
                row.cell("atasan_nip"),
                row.cell("akun"),
                row.day("berakhir"));
    }

    boolean isOutside() {
        return PositionKind.LUAR_ASN.name().equals(positionKind);
    }

    @Override
    public String key() {
        return nip;
    }

    @Override
    public String title() {
        return name;
    }

    /** The account that somebody once got stays: tasks and the trail name it. */
    @Override
    public Map<String, String> values() {
        var values = row.values(ImportTable.EMPLOYEES.columns());
        if (endedOn != null) {
            values.put("berakhir", endedOn.toString());
        }
        if (account == null) {
            values.remove("akun");
        }
        return values;
    }
}
