package id.laras.people;

import java.util.List;

/** A row of {@code employees.csv}; {@code account} is null when the file leaves it open. */
record EmployeeRow(
        CsvTable.Row row,
        String nip,
        String name,
        String email,
        String position,
        String positionKind,
        String positionLevel,
        String unitCode,
        String supervisorNip,
        String account) {

    static final List<String> COLUMNS =
            List.of("nip", "nama", "email", "jabatan", "jenis_jabatan", "jenjang", "unit", "atasan_nip");

    static EmployeeRow of(CsvTable.Row row) {
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
                row.cell("akun"));
    }
}
