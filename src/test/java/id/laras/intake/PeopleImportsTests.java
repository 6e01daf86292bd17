package id.laras.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.laras.LarasTest;
import id.laras.intake.ImportChange.Field;
import id.laras.intake.ImportReport.Counts;
import id.laras.intake.ImportState.Stage;
import id.laras.people.Employees;
import id.laras.people.PeopleFixture;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LarasTest
@Tag("database")
class PeopleImportsTests {

    @Autowired
    PeopleImports imports;

    @Autowired
    PeopleImport people;

    @Autowired
    Employees employees;

    private final PeopleFixture fixture = new PeopleFixture();
    private final Actor hr = new Actor("sdm-" + UUID.randomUUID(), Set.of(Role.HR));

    @Test
    void aPreviewSavesNothingAndWhatIsAppliedIsWhatItShowed() throws Exception {
        var id = preview(fixture.units(), fixture.employees());

        assertThat(state(id).stage()).isEqualTo(Stage.READY);
        assertThat(state(id).counts())
                .containsEntry(ImportTable.UNITS, new Counts(1, 0, 0, 0))
                .containsEntry(ImportTable.EMPLOYEES, new Counts(4, 0, 0, 0));
        assertThat(employees.existsById(fixture.nip(0))).isFalse();

        assertThat(apply(id)).isEqualTo(Stage.APPLIED);
        assertThat(employees.findById(fixture.nip(2)).orElseThrow().superiorNip())
                .isEqualTo(fixture.nip(1));
    }

    @Test
    void aPreviewNamesEveryFieldWithOldAndNew() throws Exception {
        people.run(fixture.units(), fixture.employees(), null);
        var text = new String(fixture.employees().content(), StandardCharsets.UTF_8)
                .replace("Budi Santoso", "Budi Santosa")
                .replace("Ahli Pertama", "Ahli Muda");
        var id = preview(fixture.units(), PeopleFixture.file("employees.csv", text));

        assertThat(state(id).changes())
                .extracting(ImportChange::kind, ImportChange::row, ImportChange::key, ImportChange::fields)
                .containsExactly(tuple(
                        ImportChange.Kind.CHANGED,
                        4,
                        fixture.nip(2),
                        java.util.List.of(
                                new Field("nama", "Budi Santoso", "Budi Santosa"),
                                new Field("jenjang", "Ahli Pertama", "Ahli Muda"))));
    }

    @Test
    void theSameFilesTwiceChangeNothing() throws Exception {
        apply(preview(fixture.units(), fixture.employees()));
        var id = preview(fixture.units(), fixture.employees());

        assertThat(state(id).changes()).isEmpty();
        assertThat(state(id).applicable()).isFalse();
        assertThat(state(id).counts()).containsEntry(ImportTable.EMPLOYEES, new Counts(0, 0, 0, 4));
    }

    @Test
    void anUnreadableCellDoesNotHideTheOtherErrors() throws Exception {
        var text = new String(fixture.employees().content(), StandardCharsets.UTF_8)
                .replace("Budi Santoso", "=1+1")
                .replace("Ahli Pertama", "");
        var id = preview(fixture.units(), PeopleFixture.file("employees.csv", text));

        assertThat(state(id).stage()).isEqualTo(Stage.REFUSED);
        assertThat(state(id).errors())
                .extracting(ImportError::row, ImportError::column)
                .containsExactlyInAnyOrder(tuple(4, "nama"), tuple(4, "jenjang"));
    }

    @Test
    void aPreviewIsNotAppliedWhenThePeopleHaveChangedSince() throws Exception {
        var id = preview(fixture.units(), fixture.employees());
        var other = new PeopleFixture();
        people.run(other.units(), other.employees(), null);

        assertThat(apply(id)).isEqualTo(Stage.FAILED);
        assertThat(state(id).problem().key()).isEqualTo("people.import.outdated");
        assertThat(employees.existsById(fixture.nip(0))).isFalse();
    }

    @Test
    void aPreviewIsAppliedOnce() throws Exception {
        var id = preview(fixture.units(), fixture.employees());
        apply(id);

        assertThatThrownBy(() -> imports.apply(id, false, hr))
                .isInstanceOf(Refusal.class)
                .hasMessage("people.import.notReady");
    }

    @Test
    void onlyHrImportsAndOnlyWhoeverUploadedSeesThePreview() throws Exception {
        var files = new ImportFiles(Map.of(ImportTable.UNITS, fixture.units()));
        assertThatThrownBy(() -> imports.preview(files, new Actor(hr.account(), Set.of(Role.STAFF, Role.ADMIN))))
                .isInstanceOf(Refusal.class);

        var id = preview(fixture.units(), fixture.employees());
        assertThat(imports.state(id, new Actor("lain", Set.of(Role.HR)))).isEmpty();
        assertThat(imports.state(id, new Actor(hr.account(), Set.of(Role.STAFF))))
                .isEmpty();
        assertThatThrownBy(() -> imports.apply(id, false, new Actor("lain", Set.of(Role.HR))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aNewPreviewReplacesTheEarlierOne() throws Exception {
        var first = preview(fixture.units(), fixture.employees());
        preview(fixture.units(), fixture.employees());

        assertThat(imports.state(first, hr)).isEmpty();
    }

    private String preview(SourceFile units, SourceFile people) throws Exception {
        var id = imports.preview(new ImportFiles(Map.of(ImportTable.UNITS, units, ImportTable.EMPLOYEES, people)), hr);
        imports.running(id, hr).orElseThrow().get(1, TimeUnit.MINUTES);
        return id;
    }

    private Stage apply(String id) throws Exception {
        imports.apply(id, false, hr);
        imports.running(id, hr).orElseThrow().get(1, TimeUnit.MINUTES);
        return state(id).stage();
    }

    private ImportState state(String id) {
        return imports.state(id, hr).orElseThrow();
    }
}
