package id.laras.intake;

import static id.laras.intake.OfficeFiles.CHIEF;
import static id.laras.intake.OfficeFiles.HEADER;
import static id.laras.intake.OfficeFiles.NEW;
import static id.laras.intake.OfficeFiles.sound;
import static id.laras.intake.Trial.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.people.Nips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many more files and rows as HR offices have them, each with all that is told about it ({@link OfficeFiles.Read#told}) in
 * {@code imports/answers.txt}; {@code = column text} says what the first row holds.
 */
class MoreFilesOfOfficesTests {

    /** By the trial's name. */
    private static final Map<String, String> TOLD = answers();

    @ParameterizedTest
    @MethodSource("trials")
    void eachFileGetsItsRightAnswer(Trial trial) {
        assertThat(told(trial).toString()).isEqualTo(TOLD.get(trial.name()));
    }

    @Test
    void everyAnswerIsOfATrial() {
        assertThat(trials().map(Trial::name))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(TOLD.keySet());
    }

    @Test
    void theColumnIsNamedAsTheOfficeNamesItAndByItsLetter() {
        var read = new OfficeFiles()
                .read(
                        ImportTable.EMPLOYEES,
                        sound().replace("nip;nama", "No;N I P;nama")
                                .replace(NEW, "1;198501012010013015")
                                .getBytes(UTF_8));
        assertThat(read.errors()).singleElement().satisfies(error -> {
            assertThat(error.column()).isEqualTo("nip");
            assertThat(error.place()).isEqualTo("N I P (B)");
        });
    }

    /** Each of 20,000 rows is wrong: that was a search through all units for each of them. */
    @Test
    void aFileThatIsWrongInEveryRowIsToldQuickly() {
        var files = new OfficeFiles();
        for (var unit = 0; unit < 3_000; unit++) {
            files.known.of(ImportTable.UNITS).put("U." + unit, Map.of("kode", "U." + unit, "nama", "Unit"));
        }
        var rows = new StringBuilder(HEADER);
        for (var person = 0; person < 20_000; person++) {
            rows.append(row(Nips.of(2010, person), "Mimi " + person, "", "Staf", CHIEF)
                    .replace("UJI-A", "1" + person));
        }
        var began = System.nanoTime();

        assertThat(files.read(ImportTable.EMPLOYEES, rows.toString().getBytes(UTF_8))
                        .errors())
                .hasSize(20_000);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    static List<String> told(Trial trial) {
        var files = new OfficeFiles();
        for (var unit : List.of("0101", "1.10", "102000", "0007")) {
            files.known.of(ImportTable.UNITS).put(unit, Map.of("kode", unit, "nama", "Bidang " + unit));
        }
        files.known.of(ImportTable.POSITIONS).put("0012", Map.of("kode", "0012", "nama", "Kepala"));
        files.known
                .of(ImportTable.EMPLOYEES)
                .get(CHIEF)
                .put("berakhir", trial.name().contains("ended") ? "2020-01-31" : null);
        var read = files.read(trial.table(), trial.content());
        List<String> told = new ArrayList<>(read.told());
        trial.shown()
                .forEach(column ->
                        told.add("= " + column + " " + read.rows().get(0).cell(column)));
        if (read.errors().isEmpty()
                && !read.rows().isEmpty()
                && read.rows().get(0).day("berakhir") != null) {
            told.add("= " + read.rows().get(0).day("berakhir"));
        }
        read.errors().forEach(error -> OfficeFiles.said(error.reason()));
        read.notices().forEach(notice -> OfficeFiles.said(notice.reason()));
        return told;
    }

    private static Map<String, String> answers() {
        try (var answers = MoreFilesOfOfficesTests.class.getResourceAsStream("/imports/answers.txt")) {
            Map<String, String> told = new LinkedHashMap<>();
            new String(answers.readAllBytes(), UTF_8).lines().forEach(line -> {
                var at = line.lastIndexOf(" -> ");
                told.put(line.substring(0, at), line.substring(at + 4));
            });
            return told;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Stream<Trial> trials() {
        return Stream.of(
                        TextTrials.texts(),
                        CellTrials.cells(),
                        ColumnTrials.names(),
                        ColumnTrials.nips(),
                        PeopleTrials.doubts(),
                        ColumnTrials.days(),
                        PeopleTrials.rows())
                .flatMap(Function.identity());
    }
}
