package id.laras.intake;

import id.laras.intake.ImportState.Stage;
import id.laras.people.Employees;
import id.laras.people.PositionKind;
import id.laras.rules.Nip;
import id.laras.rules.PlainText;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.springframework.stereotype.Service;

/**
 * Superiors outside of the service, entered on a page: the rows that a file would hold, so that preview, questions, second person
 * and trail are those of every import (docs/adr/0110).
 */
@Service
public class OutsideSuperiors {

    private static final String FILE = "atasan-luar-asn.csv";

    /** One row is read at once, unless a big import is before it; then the preview says so. */
    private static final int WAIT_SECONDS = 10;

    private final PeopleImports imports;
    private final Employees employees;

    OutsideSuperiors(PeopleImports imports, Employees employees) {
        this.imports = imports;
        this.employees = employees;
    }

    /**
     * @param code   in place of a NIP
     * @param above  code of who is above them, blank for nobody
     * @param below  NIPs of those whose superior they are from now on, one in a line or between commas; may be blank
     */
    public record Entry(String code, String name, String position, String email, String above, String below) {}

    /**
     * Makes the preview of it.
     *
     * @return id of the import
     * @throws Refusal when it is not accepted, for every reason that a file would be told, or no import can be made now
     */
    public String preview(Entry entry, Actor by) {
        if (Stream.of(entry.code(), entry.name(), entry.position()).anyMatch(Reasons::missing)) {
            throw new Refusal("people.outsider.incomplete");
        }
        var id = imports.preview(new ImportFiles(Map.of(ImportTable.EMPLOYEES, file(entry))), by);
        try {
            imports.running(id, by).orElseThrow().get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException told) {
            // by the page of the preview
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        imports.state(id, by).filter(state -> state.stage() == Stage.REFUSED).ifPresent(state -> {
            throw new Refusal(
                    state.errors().stream().map(ImportError::reason).distinct().toList());
        });
        return id;
    }

    private SourceFile file(Entry entry) {
        List<Refusal.Problem> unknown = new ArrayList<>();
        var text = new StringBuilder();
        try (var csv = CSVFormat.DEFAULT.builder().setDelimiter(';').get().print(text)) {
            csv.printRecord(ImportTable.EMPLOYEES.required());
            csv.printRecord(
                    entry.code(),
                    entry.name(),
                    entry.email(),
                    entry.position(),
                    PositionKind.LUAR_ASN,
                    "",
                    "",
                    entry.above());
            for (var nip : nips(entry.below())) {
                var known = employees.findById(nip);
                if (known.isEmpty()) {
                    unknown.add(new Refusal.Problem("people.lines.employee", nip));
                    continue;
                }
                var employee = known.get();
                csv.printRecord(
                        nip,
                        employee.name(),
                        employee.email(),
                        employee.position(),
                        employee.positionKind(),
                        employee.positionLevel(),
                        employee.unitCode(),
                        entry.code());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (!unknown.isEmpty()) {
            throw new Refusal(unknown);
        }
        return new SourceFile(FILE, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A NIP may be written in groups. */
    private static List<String> nips(String written) {
        return Stream.of(Objects.requireNonNullElse(written, "").split("[\\r\\n,;]+"))
                .map(PlainText::of)
                .filter(nip -> !nip.isEmpty())
                .map(Nip::of)
                .distinct()
                .toList();
    }
}
