package id.laras.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.intake.ImportState.Stage;
import id.laras.people.PeopleFixture;
import id.laras.security.Actor;
import id.laras.security.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever becomes of an import, the log names nobody of whom its files tell. */
@LarasTest
@ExtendWith(OutputCaptureExtension.class)
class QuietImportTests {

    @Autowired
    PeopleImports imports;

    @Autowired
    ImportPlanner planner;

    @Autowired
    ImportLimits limits;

    @Autowired
    Clock clock;

    private final PeopleFixture fixture = new PeopleFixture();
    private final Actor hr = new Actor("sdm-" + UUID.randomUUID(), Set.of(Role.HR));

    @Test
    void anImportWithErrorsNamesNobody(CapturedOutput log) {
        var wrong = new String(fixture.employees().content(), StandardCharsets.UTF_8)
                .replace(fixture.unit(), "TIDAKADA")
                .replace("JF", "Budi Santoso")
                .replace("Siti Aminah", "Siti Aminah".repeat(50));
        var state = run(imports, PeopleFixture.file("Budi Santoso.csv", wrong));
        assertThat(state.stage()).isEqualTo(Stage.REFUSED);
        assertNobodyIsNamedIn(log);
    }

    @Test
    void anImportThatBreaksNamesNobody(CapturedOutput log) {
        var broken = new PeopleImports(planner, new Broken(), limits, clock);
        var id = preview(broken, fixture.employees());
        broken.apply(id, false, hr);
        broken.running(id, hr).orElseThrow().join();
        assertThat(log).contains("An import of 2 files failed and was undone", "Text '…' could not be parsed");
        assertNobodyIsNamedIn(log);
    }

    private final class Broken extends PeopleImport {

        Broken() {
            super(null, null, null, null, null, null, null);
        }

        @Override
        void apply(ImportPlan plan, String by, IntConsumer written) {
            try {
                LocalDate.parse("Budi Santoso");
            } catch (RuntimeException unreadable) {
                throw new IllegalStateException("Row of " + fixture.nip(2), unreadable);
            }
        }
    }

    private ImportState run(PeopleImports these, SourceFile employees) {
        return these.state(preview(these, employees), hr).orElseThrow();
    }

    private String preview(PeopleImports these, SourceFile employees) {
        Map<ImportTable, SourceFile> files = new EnumMap<>(ImportTable.class);
        files.put(ImportTable.UNITS, fixture.units());
        files.put(ImportTable.EMPLOYEES, employees);
        var id = these.preview(new ImportFiles(files), hr);
        these.running(id, hr).orElseThrow().join();
        return id;
    }

    private void assertNobodyIsNamedIn(CapturedOutput log) {
        assertThat(log).doesNotContain("Budi", "Siti", "Hendra", "Wahyuni", fixture.account("staff"));
        for (var person = 0; person < 4; person++) {
            assertThat(log).doesNotContain(fixture.nip(person));
        }
    }
}
