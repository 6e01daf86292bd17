package id.laras.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.people.PeopleFixture;
import id.laras.people.ReportingLines;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is asked of people as they would be must be what the reporting lines say when they are. */
@LarasTest
@Tag("database")
class LinesOfPeopleTests {

    @Autowired
    PeopleImport people;

    @Autowired
    PeopleTables tables;

    @Autowired
    ReportingLines lines;

    @Autowired
    Clock clock;

    private final PeopleFixture fixture = new PeopleFixture();

    @Test
    void theyAgreeOnEveryDay() {
        var today = LocalDate.now(clock);
        people.run(fixture.units(), fixture.employees(), null);
        var acting = "jenis,unit,kode_jabatan,digantikan_nip,pelaksana_nip,mulai,sampai\nPLH,,," + fixture.nip(1) + ","
                + fixture.nip(3) + "," + today + "," + today.plusDays(5) + "\nPLT," + fixture.unit() + ",,,"
                + fixture.nip(2) + "," + today.plusDays(3) + ",\n";
        people.run(new ImportFiles(Map.of(ImportTable.ACTING, PeopleFixture.file("acting.csv", acting))), null);

        var asked = new LinesOfPeople(tables.load(), lines.daysAwayFrom(today));
        assertThat(asked.turns(today)).contains(today.plusDays(3), today.plusDays(6));
        IntStream.range(0, 8).mapToObj(today::plusDays).forEach(day -> {
            var real = lines.on(day);
            var would = asked.on(day);
            IntStream.range(0, 4)
                    .mapToObj(fixture::nip)
                    .forEach(nip -> assertThat(would.superiors(nip))
                            .as("%s on %s", nip, day)
                            .isEqualTo(real.superiors(nip)));
        });
        assertThat(asked.on(today).superiors(fixture.nip(2))).startsWith(fixture.nip(3));
    }
}
