package id.laras.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ImportRulesTests {

    private static final String HEADER = "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n";
    private static final String HEAD = "196801011990011001";
    private static final String STAFF = "199002022015022002";
    private static final String OTHER = "199103032016032003";

    private static final ImportLimits LIMITS =
            new ImportLimits(DataSize.ofMegabytes(20), DataSize.ofMegabytes(100), 50_000, Duration.ofMinutes(30));
    static final NipRules NIPS = new NipRules(Set.of("21", "24"), 15, 70);
    private static final String ACTING = "jenis,unit,kode_jabatan,digantikan_nip,pelaksana_nip,mulai,sampai\n";

    private final List<Map<String, String>> actingPeriods = new ArrayList<>();
    private final Map<String, String> unitParents = new HashMap<>(Map.of("DINKES", ""));
    private final Map<String, String> superiors = new HashMap<>();
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
                        tuple("employees.csv", 2, "nip", "people.nip.length"),
                        tuple("employees.csv", 3, "nip", "people.nip.abbreviated"));
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
    void theSuperiorMustBeKnownOrInTheFile() {
        assertThat(keys(HEADER + staff(HEAD))).containsExactly("people.superior.unknown");

        superiors.put(HEAD, null);

        assertThat(keys(HEADER + staff(HEAD))).isEmpty();
    }

    @Test
    void aSuperiorOutsideOfTheServiceHasACodeAndNoUnit() {
        var mayor = "WALIKOTA,Hj. Ratih,,Wali Kota,LUAR_ASN,,,GUBERNUR,\nGUBERNUR,Andi,,Gubernur,LUAR_ASN,,,,\n";

        assertThat(check(HEADER + mayor + HEAD + ",Sri,,Kepala,JPT,,DINKES,WALIKOTA,\n" + staff(HEAD)))
                .isEmpty();
    }

    @Test
    void nobodyWithoutANipIsMoreThanASuperiorOutsideOfTheService() {
        assertThat(check(HEADER + head() + "WALIKOTA,Ratih,,Wali Kota,JPT,,DINKES,,\n"
                        + "123456789012345678,Ratih,,Wali Kota,LUAR_ASN,,,,\n"
                        + "BUPATI,Ratih,,Bupati,LUAR_ASN,,DINKES," + HEAD
                        + ",\nbupati,Ratih,,Bupati,LUAR_ASN,,,,akun\n"))
                .extracting(ImportError::row, ImportError::column, ImportRulesTests::key)
                .containsExactly(
                        tuple(3, "nip", "people.nip.invalid"),
                        tuple(4, "nip", "people.outside.code"),
                        tuple(5, "unit", "people.outside.unit"),
                        tuple(5, "atasan_nip", "people.outside.superior"),
                        tuple(6, "nip", "people.code.spelling"));
    }

    @Test
    void nobodyIsTheirOwnSuperior() {
        assertThat(keys(HEADER + staff(STAFF))).containsExactly("people.superior.self");
    }

    @Test
    void reportingLinesNeverRunInACircle() {
        superiors.put(HEAD, OTHER);
        superiors.put(OTHER, null);

        assertThat(check(HEADER + staff(HEAD) + OTHER + ",Budi,,Staf,JA,,DINKES," + STAFF + ",\n"))
                .extracting(ImportError::row, ImportRulesTests::key)
                .containsExactly(tuple(2, "people.superior.circular"), tuple(3, "people.superior.circular"));
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
        superiors.put(HEAD, null);

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
    void anUnreadableCellIsToldOnceAndTheRulesLookAtTheRest() {
        assertThat(check(HEADER
                        + HEAD + ",=1+1,bukan-surel,Kepala,JPT,,DINKES,,\n"
                        + STAFF + ",Budi,,Perawat,JF,,RSUD," + HEAD + ",,zu,viel\n"
                        + OTHER + ",Ani,,Staf,XX,,DINKES," + STAFF + ",\n"))
                .extracting(ImportError::row, ImportError::column, ImportRulesTests::key)
                .containsExactly(
                        tuple(2, "nama", "people.cell.formulaSign"),
                        tuple(2, "email", "people.email.invalid"),
                        tuple(3, null, "people.row.tooLong"),
                        tuple(4, "jenis_jabatan", "people.positionKind.unknown"));
    }

    @Test
    void anEmptyFileIsNamedBesideTheErrorsOfAnother() {
        assertThat(check("", HEADER + HEAD + ",=1+1,,Kepala,JPT,,DINKES,,\n"))
                .extracting(ImportError::file, ImportRulesTests::key)
                .contains(tuple("units.csv", "people.file.empty"), tuple("employees.csv", "people.cell.formulaSign"));
        assertThat(check(HEADER.replace("nip", "=nip"), ""))
                .extracting(ImportError::file, ImportRulesTests::key)
                .contains(tuple("employees.csv", "people.file.empty"));
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
        var bytes = (HEADER + HEAD + ",Régine,,Kepala,JPT,,DINKES,,\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(bytes).inOrder(List.of()))
                .extracting(ImportRulesTests::key)
                .containsExactly("people.file.encoding");
    }

    @Test
    void aFileOverTheLimitIsRefused() {
        assertThat(read(new byte[20 * 1024 * 1024 + 1]).inOrder(List.of()))
                .extracting(ImportRulesTests::key)
                .containsExactly("people.file.tooLarge");
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

    @Test
    void anEndIsADay() {
        var header = HEADER.replace("akun", "berakhir");

        assertThat(check(header + HEAD + ",Sri,,Kepala,JPT,,DINKES,,31/02/2026\n"))
                .extracting(ImportError::column, ImportRulesTests::key)
                .containsExactly(tuple("berakhir", "people.day.none"));
        assertThat(check(header + HEAD + ",Sri,,Kepala,JPT,,DINKES,,28/2/2026\n"))
                .isEmpty();
    }

    @Test
    void aPositionAsksForEachCompetencyOnceAtALevelFromOneToNine() {
        var header = "kode,nama,jenis_jabatan,jenjang,kompetensi\n";

        assertThat(check(positions(header + "KADIS,Kepala,JPT,,INTEGRITAS:4|KERJASAMA:3\nSTAF,Staf,JA,,\n")))
                .isEmpty();
        assertThat(check(positions(header + "A,Kepala,JPT,,INTEGRITAS:0\nB,Kepala,JPT,,INTEGRITAS:1|integritas:2\n"
                        + "C,Kepala,JPT,,sangat baik\na,Kepala,JPT,,\n")))
                .extracting(ImportError::row, ImportRulesTests::key)
                .containsExactly(
                        tuple(2, "people.competencies.invalid"),
                        tuple(3, "people.competencies.invalid"),
                        tuple(4, "people.competencies.invalid"),
                        tuple(5, "people.position.twice"));
    }

    @Test
    void aCodeIsWrittenAsItIsKnown() {
        assertThat(check(
                        Map.of(ImportTable.UNITS, file("units.csv", "kode,nama,induk\ndinkes,Dinas,\nDINÉS,Dinas,\n"))))
                .extracting(ImportRulesTests::key)
                .containsExactly("people.code.spelling", "people.code.invalid");
    }

    @Test
    void whoActsIsKnownAndActsForExactlyOnePlaceNotTheirOwn() {
        superiors.put(HEAD, null);
        superiors.put(STAFF, HEAD);

        assertThat(check(acting("PLT,DINKES,,,%s,2026-01-01,2026-06-30\n".formatted(STAFF))))
                .isEmpty();
        assertThat(check(acting(
                        "PLT,DINKES,,%1$s,%2$s,2026-01-01,\nPLT,,,,%2$s,2026-01-01,\nPLT,,,%2$s,%2$s,2026-01-01,\n"
                                        .formatted(HEAD, STAFF)
                                + "PLH,RSUD,,,%s,2026-01-01,\nPLH,,KADIS,,%s,2026-01-01,\nPJS,,,%s,%s,2026-01-01,\n"
                                        .formatted(STAFF, STAFF, HEAD, OTHER)
                                + "PLT,DINKES,,,,kemarin,\nPLT,DINKES,,,%s,2026-02-01,2026-01-31\n".formatted(STAFF))))
                .extracting(ImportError::row, ImportRulesTests::key)
                .containsExactly(
                        tuple(2, "people.acting.place"),
                        tuple(3, "people.acting.place"),
                        tuple(4, "people.acting.self"),
                        tuple(5, "people.unit.unknown"),
                        tuple(6, "people.position.unknown"),
                        tuple(7, "people.acting.kind"),
                        tuple(7, "people.person.unknown"),
                        tuple(8, "people.cell.missing"),
                        tuple(8, "people.day.invalid"),
                        tuple(9, "people.acting.endsBefore"));
    }

    @Test
    void inOnePlaceOnePersonActsAtATime() {
        superiors.put(HEAD, null);
        superiors.put(STAFF, HEAD);
        superiors.put(OTHER, HEAD);
        var known = new HashMap<>(Map.of("unit", "DINKES", "pelaksana_nip", OTHER, "mulai", "2026-07-01"));
        known.put("sampai", null);
        actingPeriods.add(known);

        assertThat(check(acting("PLT,DINKES,,,%s,2026-01-01,2026-06-30\n".formatted(STAFF))))
                .isEmpty();
        assertThat(check(acting("PLT,DINKES,,,%s,2026-01-01,2026-07-01\n".formatted(STAFF))))
                .extracting(ImportError::row, ImportRulesTests::key)
                .containsExactly(tuple(2, "people.acting.overlap"));
        assertThat(check(acting("PLT,,,%1$s,%2$s,2026-01-01,\nPLH,,,%1$s,%3$s,2026-03-01,2026-03-02\n"
                        .formatted(HEAD, STAFF, OTHER))))
                .extracting(ImportError::row, ImportRulesTests::key)
                .containsExactly(tuple(3, "people.acting.overlap"));
        assertThat(check(acting(
                        "PLT,,,%1$s,%2$s,2026-01-01,\nPLH,,,%1$s,%2$s,2026-01-01,2026-03-02\n".formatted(HEAD, STAFF))))
                .extracting(ImportRulesTests::key)
                .containsExactly("people.acting.twice");
    }

    @Test
    void aDayAndAShortNumberOfASpreadsheetAreReadAsTheyAreShown() {
        var book = Workbooks.of(sheet -> {
            var columns = ImportTable.ACTING.required();
            for (var column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column));
            }
            sheet.value(1, 0, "PLT");
            sheet.value(1, 1, 42);
            sheet.value(1, 5, LocalDate.of(2026, 1, 31));
            sheet.style(1, 5).format("dd/mm/yyyy").set();
        });
        var errors = new ImportErrors();
        var row = Table.read(new SourceFile("acting.xlsx", book), ImportTable.ACTING, LIMITS, errors)
                .get(0);

        assertThat(errors.none()).isTrue();
        assertThat(row.cell("unit")).isEqualTo("42");
        assertThat(row.day("mulai")).isEqualTo("2026-01-31");
        assertThat(row.cell("sampai")).isNull();
        assertThat(row.number()).isEqualTo(2);
    }

    private static Map<ImportTable, SourceFile> positions(String text) {
        return Map.of(ImportTable.POSITIONS, file("positions.csv", text));
    }

    private static Map<ImportTable, SourceFile> acting(String rows) {
        return Map.of(ImportTable.ACTING, file("acting.csv", ACTING + rows));
    }

    private static String head() {
        return HEAD + ",Sri Wahyuni,sri@kota.go.id,Kepala Dinas,JPT,,DINKES,,\n";
    }

    private static String staff(String superior) {
        return STAFF + ",\"Budi Santoso, S.Kep.\",,Perawat,JF,Ahli Pertama,DINKES," + superior + ",staf\n";
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
        return check(Map.of(
                ImportTable.UNITS, file("units.csv", unitFile),
                ImportTable.EMPLOYEES, file("employees.csv", employeeFile)));
    }

    private List<ImportError> check(Map<ImportTable, SourceFile> files) {
        var errors = new ImportErrors();
        Map<ImportTable, List<TableRow>> rows = new EnumMap<>(ImportTable.class);
        for (var table : ImportTable.values()) {
            var file = files.get(table);
            rows.put(table, file == null ? List.of() : Table.read(file, table, LIMITS, errors));
        }
        new ImportRules(known(), NIPS, LocalDate.of(2026, 3, 1), errors).check(ImportPlanner.Asked.of(rows));
        return errors.inOrder(List.of("units.csv", "employees.csv"));
    }

    private KnownPeople known() {
        var known = KnownPeople.none();
        unitParents.forEach((code, parent) -> known.of(ImportTable.UNITS).put(code, Map.of("induk", parent)));
        superiors.forEach((nip, superior) -> {
            var row = new HashMap<>(Map.of("akun", nip));
            row.put("atasan_nip", superior);
            known.of(ImportTable.EMPLOYEES).put(nip, row);
        });
        accounts.forEach((nip, account) -> known.of(ImportTable.EMPLOYEES)
                .computeIfAbsent(nip, unknown -> new HashMap<>())
                .put("akun", account));
        actingPeriods.forEach(row -> known.of(ImportTable.ACTING).put(row.toString(), row));
        return known;
    }

    private static ImportErrors read(byte[] content) {
        var errors = new ImportErrors();
        Table.read(new SourceFile("employees.csv", content), ImportTable.EMPLOYEES, LIMITS, errors);
        return errors;
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
