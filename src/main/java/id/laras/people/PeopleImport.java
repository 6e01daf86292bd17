package id.laras.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.laras.people.ImportReport.Counts;
import id.laras.rules.Refusal;
import id.laras.security.AccountRegister;
import id.laras.security.Deeds;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over units, positions, employees and acting officials from HR's files, all or nothing. Works on whole sets
 * (load, compare, save what differs), adds, changes and ends but never removes, and does nothing the second time. A new
 * employee gets an account without a password; a file never grants a role.
 */
@Service
public class PeopleImport {

    private static final IntConsumer NOBODY_WAITS = done -> {};

    private final ImportPlanner planner;
    private final PeopleTables tables;
    private final AccountRegister accounts;
    private final ReportingLines reportingLines;
    private final Deeds deeds;

    PeopleImport(
            ImportPlanner planner,
            PeopleTables tables,
            AccountRegister accounts,
            ReportingLines reportingLines,
            Deeds deeds) {
        this.planner = planner;
        this.tables = tables;
        this.accounts = accounts;
        this.reportingLines = reportingLines;
        this.deeds = deeds;
    }

    /**
     * Imports one or both files at once, without showing a preview to anybody.
     *
     * @param by account of who imports, or null for the application itself
     */
    @Transactional
    public ImportReport run(SourceFile unitFile, SourceFile employeeFile, String by) {
        Map<ImportTable, SourceFile> files = new EnumMap<>(ImportTable.class);
        files.put(ImportTable.UNITS, unitFile);
        files.put(ImportTable.EMPLOYEES, employeeFile);
        return run(new ImportFiles(files), by);
    }

    /** As above, with a file for any table. */
    @Transactional
    public ImportReport run(ImportFiles files, String by) {
        tables.lock();
        var plan = planner.plan(files, NOBODY_WAITS);
        if (plan.accepted()) {
            write(plan, by, NOBODY_WAITS);
        }
        return new ImportReport(plan.errors(), plan.counts());
    }

    /**
     * Does what was planned, exactly that.
     *
     * @param written told how many changes are written
     * @throws Refusal when the people are no longer those for whom it was planned; then nothing is done
     */
    @Transactional
    void apply(ImportPlan plan, String by, IntConsumer written) {
        tables.lock();
        if (!tables.load().fingerprint().equals(plan.fingerprint())) {
            throw new Refusal("people.import.outdated");
        }
        write(plan, by, written);
    }

    private void write(ImportPlan plan, String by, IntConsumer written) {
        if (plan.changes().isEmpty()) {
            return;
        }
        tables.write(plan.changes(), written);
        reportingLines.follow(by);
        accounts.describe(plan.changes().stream()
                .filter(change -> change.table() == ImportTable.EMPLOYEES)
                .map(ImportChange::values)
                .map(row -> new AccountRegister.Person(row.get("akun"), row.get("nama"), row.get("email")))
                .toList());
        var counts = plan.counts();
        deeds.record(
                by,
                "people.imported",
                null,
                new Imported(
                        plan.fileNames(),
                        counts.get(ImportTable.UNITS),
                        counts.get(ImportTable.POSITIONS),
                        counts.get(ImportTable.EMPLOYEES),
                        counts.get(ImportTable.ACTING)));
    }

    /** What the trail keeps of an import; nothing of a table without a file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Imported(
            List<String> files, Counts organisationUnits, Counts positions, Counts employees, Counts actingOfficials) {}
}
