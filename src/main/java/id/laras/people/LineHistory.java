package id.laras.people;

import id.laras.people.ReportingLine.Cause;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was whose superior before: a line is ended and another begun, none is changed. */
@Service
@Transactional
public class LineHistory {

    private final ReportingLineTable lines;
    private final JdbcClient database;
    private final Employees employees;
    private final Clock clock;

    LineHistory(ReportingLineTable lines, JdbcClient database, Employees employees, Clock clock) {
        this.lines = lines;
        this.database = database;
        this.employees = employees;
        this.clock = clock;
    }

    /** Every line that a person ever had, the oldest first. */
    @Transactional(readOnly = true)
    public List<PastLine> of(String nip) {
        var found = lines.findByEmployeeNipOrderByDaysFromDayAscRecordedAtAsc(nip);
        var names =
                employees.names(found.stream().map(ReportingLine::superiorNip).collect(Collectors.toSet()));
        return found.stream()
                .map(line -> new PastLine(
                        line.superiorNip(),
                        names.apply(line.superiorNip()),
                        line.days().fromDay(),
                        line.days().untilDay()))
                .toList();
    }

    /** @param untilDay exclusive, null while it lasts */
    public record PastLine(String superiorNip, String superiorName, LocalDate fromDay, LocalDate untilDay) {}

    /**
     * Follows an import: where an employee's superior is another one now, the old line ends today and a new one begins.
     * Two queries over everybody; the import works on whole sets too.
     *
     * @param by account of who imported, or null
     */
    public void follow(String by) {
        var today = LocalDate.now(clock);
        var now = clock.instant();
        var open = lines.findByDaysUntilDayIsNull().stream()
                .collect(Collectors.toMap(ReportingLine::employeeNip, Function.identity()));
        List<ReportingLine> begun = new ArrayList<>();
        database.sql("select nip, superior_nip from employee").query(row -> {
            var nip = row.getString(1);
            var superior = row.getString(2);
            var line = open.get(nip);
            if (Objects.equals(superior, line == null ? null : line.superiorNip())) {
                return;
            }
            if (line != null) {
                line.end(today, by, now);
            }
            if (superior != null) {
                begun.add(new ReportingLine(nip, superior, today, Cause.IMPORTED, by, now));
            }
        });
        lines.saveAll(begun);
    }
}
