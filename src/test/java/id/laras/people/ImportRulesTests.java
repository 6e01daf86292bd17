package id.laras.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportRulesTests {

    private static final String HEADER = "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n";
    private static final String HEAD = "196801011990011001";
    private static final String STAFF = "199002022015022002";
    private static final String OTHER = "199103032016032003";

    private final Map<String, String> unitParents = new HashMap<>(Map.of("DINKES", ""));
    private final Map<String, String> supervisors = new HashMap<>();
    private final Map<String, String> accounts = new HashMap<>();

    @Test
    void aCleanFileHasNoErrors() {
        assertThat(check(HEADER + head() + staff(HEAD))).isEmpty();
    }

    @Test
    void aNipHasEighteenDigits() {
        var errors = check(HEADER + "19680101,Sri,,Kepala,JPT,,DINKES,,\n1.97E+17,Budi,,Staf,JA,,DINKES,,akun2\n");

        assertThat(errors)
                .extracting(ImportError::file, ImportError::row, ImportError::column, ImportRulesTests::key)
                .contains(
                        tuple("employees.csv", 2, "nip", "people.nip.invalid"),
                        tuple("employees.csv", 3, "nip", "people.nip.invalid"));
    }

    @Test
    void aNipStandsInTheFileOnce() {
        assertThat(keys(HEADER + head() + head())).contains("people.nip.twice");
    }

    @Test
    void theUnitMustBeKnownOrInTheUnitFile() {
        assertThat(keys(HEADER + HEAD + ",Sri,,Kepala,JPT,,RSUD,,\n")).containsExactly("people.unit.unknown");
        assertThat(check("kode,nama,induk\nRSUD,RSUD Kota,DINKES\n", HEADER + HEAD + ",Sri,,Kepala,JPT,,RSUD,,\n"))
                .isEmpty();
    }

    @Test
    void theSupervisorMustBeKnownOrInTheFile() {
        assertThat(keys(HEADER + staff(HEAD))).containsExactly("people.supervisor.unknown");

        supervisors.put(HEAD, null);

        assertThat(keys(HEADER + staff(HEAD))).isEmpty();
    }

    @Test
    void nobodySupervisesHimself() {
        assertThat(keys(HEADER + staff(STAFF))).containsExactly("people.supervisor.self");
    }

    @Test
    void reportingLinesNeverRunInACircle() {
        supervisors.put(HEAD, OTHER);
        supervisors.put(OTHER, null);

        assertThat(check(HEADER + staff(HEAD) + OTHER + ",Budi,,Staf,JA,,DINKES," + STAFF + ",\n"))
                .extracting(ImportError::row, ImportRulesTests::key)
                .containsExactly(tuple(2, "people.supervisor.circular"), tuple(3, "people.supervisor.circular"));
    }

    @Test
    void onlyThoseOnTheCircleAreNamedNotThoseBelowIt() {
        assertThat(new Lines(Map.of("a", "b", "b", "a", "below", "a")).circular())
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void unitsNeverRunInACircle() {
        assertThat(check("kode,nama,induk\nA,A,B\nB,B,A\nC,C,C\nD,D,X\n", HEADER))
                .extracting(ImportError::row, ImportRulesTests::key)
                .containsExactly(
                        tuple(2, "people.unit.circular"),
                        tuple(3, "people.unit.circular"),
                        tuple(4, "people.unit.ownParent"),
                        tuple(5, "people.unit.unknown"));
    }

    @Test
    void anAccountBelongsToOnePersonWhateverItsCase() {
        accounts.put(OTHER, "kadis");

        assertThat(keys(HEADER
                        + HEAD + ",Sri,,Kepala,JPT,,DINKES,,KADIS\n"
                        + STAFF + ",Budi,,Staf,JA,,DINKES,,budi\n"
                        + "199404042017042004,Ani,,Staf,JA,,DINKES,,Budi\n"))
                .containsExactly("people.account.taken", "people.account.taken");
    }

    @Test
    void anAccountOnceGivenStays() {
        accounts.put(HEAD, "kadis");
        supervisors.put(HEAD, null);

        assertThat(keys(HEADER + HEAD + ",Sri,,Kepala,JPT,,DINKES,,kepala\n")).containsExactly("people.account.fixed");
        assertThat(keys(HEADER + head())).isEmpty();
    }

    @Test
    void anAccountIsSomethingTheEngineTakesAsAUser() {
        assertThat(keys(HEADER + HEAD + ",Sri,,Kepala,JPT,,DINKES,,sri.w@x\n"))
                .containsExactly("people.account.invalid");
    }

    @Test
    void aFunctionalPositionHasALevelAndNoOtherHas() {
        assertThat(check(HEADER
                        + HEAD + ",Sri,,Kepala,JPT,Ahli Muda,DINKES,,\n"
                        + STAFF + ",Budi,,Perawat,JF,,DINKES,,\n"
                        + OTHER + ",Ani,,Staf,XX,,DINKES,,\n"))
                .extracting(ImportError::row, ImportRulesTests::key)
                .containsExactlyInAnyOrder(
                        tuple(2, "people.positionLevel.onlyFunctional"),
                        tuple(3, "people.cell.missing"),
                        tuple(4, "people.positionKind.unknown"));
    }

    @Test
    void emptyRequiredCellsAndBrokenMailAddressesAreNamed() {
        assertThat(check(HEADER + HEAD + ",,bukan-surel,,JPT,,,,\n"))
                .extracting(ImportError::column, ImportRulesTests::key)
                .containsExactlyInAnyOrder(
                        tuple("nama", "people.cell.missing"),
                        tuple("jabatan", "people.cell.missing"),
                        tuple("unit", "people.cell.missing"),
                        tuple("email", "people.email.invalid"));
    }

    @Test
    void aMissingColumnIsNamedAndTheAccountColumnMayBeMissing() {
        var withoutAccount = HEADER.replace(",akun", "");

        assertThat(check(withoutAccount + HEAD + ",Sri,,Kepala,JPT,,DINKES,\n")).isEmpty();
        assertThat(check(withoutAccount.replace(",unit", "")))
                .extracting(ImportError::column, ImportRulesTests::key)
                .containsExactly(tuple("unit", "people.column.missing"));
    }

    @Test
    void semicolonsAndAByteOrderMarkAreFine() {
        var text = "\uFEFF" + (HEADER + head()).replace(',', ';');

        assertThat(check(text)).isEmpty();
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() {
        var errors = new ArrayList<ImportError>();
        var bytes = (HEADER + HEAD + ",Régine,,Kepala,JPT,,DINKES,,\n").getBytes(StandardCharsets.ISO_8859_1);
        CsvTable.read(new SourceFile("employees.csv", bytes), EmployeeRow.COLUMNS, errors);

        assertThat(errors).extracting(ImportRulesTests::key).containsExactly("people.file.encoding");
    }

    @Test
    void aFileOverFiveMegabytesIsRefused() {
        var errors = new ArrayList<ImportError>();
        CsvTable.read(new SourceFile("employees.csv", new byte[5 * 1024 * 1024 + 1]), EmployeeRow.COLUMNS, errors);

        assertThat(errors).extracting(ImportRulesTests::key).containsExactly("people.file.tooLarge");
    }

    @Test
    void anEmptyFileARowThatIsTooLongAndABrokenQuoteAreRefused() {
        assertThat(keys("")).containsExactly("people.file.empty");
        assertThat(keys(HEADER + HEAD + ",Sri, S.E.,,Kepala,JPT,,DINKES,,,\n")).containsExactly("people.row.tooLong");
        assertThat(check(HEADER + head() + "\"abc"))
                .extracting(ImportError::row, ImportRulesTests::key)
                .containsExactly(tuple(3, "people.row.broken"));
    }

    @Test
    void aRowIsCountedAsTheSpreadsheetCountsIt() {
        assertThat(check(HEADER + "\n,,,,,,,,\n" + "1,Sri,,Kepala,JPT,,DINKES,,a\n"))
                .extracting(ImportError::row)
                .containsExactly(4);
    }

    private static String head() {
        return HEAD + ",Sri Wahyuni,sri@kota.go.id,Kepala Dinas,JPT,,DINKES,,\n";
    }

    private static String staff(String supervisor) {
        return STAFF + ",\"Budi Santoso, S.Kep.\",,Perawat,JF,Ahli Pertama,DINKES," + supervisor + ",staf\n";
    }

    private List<String> keys(String employees) {
        return check(employees).stream().map(ImportRulesTests::key).toList();
    }

    private static String key(ImportError error) {
        return error.reason().key();
    }

    private List<ImportError> check(String employees) {
        return check("kode,nama,induk\n", employees);
    }

    private List<ImportError> check(String unitFile, String employeeFile) {
        List<ImportError> errors = new ArrayList<>();
        var units = CsvTable.read(file("units.csv", unitFile), UnitRow.COLUMNS, errors);
        var employees = CsvTable.read(file("employees.csv", employeeFile), EmployeeRow.COLUMNS, errors);
        new ImportRules(new ImportRules.Organisation(unitParents, supervisors, accounts), errors)
                .check(
                        units.stream().map(UnitRow::of).toList(),
                        employees.stream().map(EmployeeRow::of).toList());
        return ImportRules.inOrder(errors, List.of("units.csv", "employees.csv"));
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
