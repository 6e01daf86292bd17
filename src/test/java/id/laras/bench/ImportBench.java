package id.laras.bench;

import id.laras.intake.ImportFiles;
import id.laras.intake.ImportState;
import id.laras.intake.ImportTable;
import id.laras.intake.PeopleImports;
import id.laras.intake.SourceFile;
import id.laras.security.Actor;
import id.laras.security.Role;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A whole agency through preview and apply, as HR does it: new, the same again, and with every row changed; as CSV and as
 * XLSX; on H2 in a file and on MariaDB with an fsync per commit. Seconds of this machine.
 */
public final class ImportBench {

    private final Population population;

    /** One of the people, so that what favours whoever imports is looked for. */
    private final Actor hr;

    private final Map<String, StringBuilder> rows = new LinkedHashMap<>();

    private ImportBench(Population population) {
        this.population = population;
        this.hr = new Actor(Population.nip(population.people() - 1), Set.of(Role.HR));
    }

    public static void main(String[] args) throws Exception {
        try (var ground = Ground.mariaDb()) {
            run(ground, Population.of(args));
        }
    }

    static void run(Ground ground, Population population) throws Exception {
        var bench = new ImportBench(population);
        bench.measure(Ground.larasOnH2());
        bench.measure(ground.laras("bench_import"));
        var figures = new Figures(
                "Importing " + population.people() + " people",
                "import",
                "changes",
                "H2: preview",
                "apply",
                "MariaDB: preview",
                "apply");
        bench.rows.forEach((what, measured) -> figures.row((Object[]) (what + measured).split(" \\| ")));
        figures.print();
    }

    private void measure(ConfigurableApplicationContext application) throws Exception {
        try (var laras = application) {
            var imports = laras.getBean(PeopleImports.class);
            measure("CSV, all new", imports, population.peopleFile("Staf"));
            measure("CSV, all the same", imports, population.peopleFile("Staf"));
            measure("XLSX, all changed", imports, new SourceFile("employees.csv", xlsx(population.rows("Analis"))));
            measure("CSV, all changed", imports, population.peopleFile("Arsiparis"));
        }
    }

    private void measure(String what, PeopleImports imports, SourceFile people) throws Exception {
        var files = new ImportFiles(Map.of(ImportTable.UNITS, population.unitFile(), ImportTable.EMPLOYEES, people));
        var begin = System.nanoTime();
        var id = imports.preview(files, hr);
        imports.running(id, hr).orElseThrow().get(5, TimeUnit.MINUTES);
        var preview = Figures.since(begin);
        var changes = imports.state(id, hr).orElseThrow().changes().size();
        begin = System.nanoTime();
        // the head is asked about: nobody stands above them
        imports.apply(id, true, hr);
        imports.running(id, hr).orElseThrow().get(5, TimeUnit.MINUTES);
        var apply = Figures.since(begin);
        if (imports.state(id, hr).orElseThrow().stage() != ImportState.Stage.APPLIED) {
            throw new IllegalStateException(imports.state(id, hr).orElseThrow().toString());
        }
        rows.computeIfAbsent(what, key -> new StringBuilder(" | " + changes))
                .append(" | " + Figures.number(preview, 1) + " s | " + Figures.number(apply, 1) + " s");
    }

    private static byte[] xlsx(List<List<String>> rows) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Uji", "1.0")) {
            var sheet = book.newWorksheet("employees");
            for (var row = 0; row < rows.size(); row++) {
                for (var column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
            book.finish();
        }
        return bytes.toByteArray();
    }
}
