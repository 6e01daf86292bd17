package id.laras.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.laras.intake.ImportReport.Counts;
import id.laras.people.LineHistory;
import id.laras.rules.Refusal;
import id.laras.security.AccountRegister;
import id.laras.security.Deeds;
import id.laras.steps.TrailEvent;
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
    private final LineHistory lineHistory;
    private final WaitingRows waiting;
    private final Favours favours;
    private final Deeds deeds;

    PeopleImport(
            ImportPlanner planner,
            PeopleTables tables,
            AccountRegister accounts,
            LineHistory lineHistory,
            WaitingRows waiting,
            Favours favours,
            Deeds deeds) {
        this.planner = planner;
        this.tables = tables;
        this.accounts = accounts;
        this.lineHistory = lineHistory;
        this.waiting = waiting;
        this.favours = favours;
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
        var plan = planner.plan(files, by, NOBODY_WAITS);
        if (plan.accepted()) {
            carryOut(plan, by, NOBODY_WAITS);
        }
        return new ImportReport(plan.errors(), plan.counts(), plan.waiting().size());
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
        var known = tables.load();
        // Absences and substitutions may have changed what the same rows give.
        if (!known.fingerprint().equals(plan.fingerprint())
                || !favours.among(plan.changes(), known, by).isEmpty()) {
            throw new Refusal("people.import.outdated");
        }
        carryOut(plan, by, written);
    }

    private void carryOut(ImportPlan plan, String by, IntConsumer written) {
        if (!plan.changes().isEmpty()) {
            write(plan, by, written);
            var lines = Deeds.newParts();
            deeds.record(by, TrailEvent.PEOPLE_IMPORTED, null, Imported.of(plan, null, lines));
            record(plan.changes(), by, lines);
        }
        if (!plan.waiting().isEmpty() && waiting.keep(plan, by)) {
            var lines = Deeds.newParts();
            deeds.record(
                    by,
                    TrailEvent.IMPORT_WAITS,
                    null,
                    new Waits(plan.fileNames(), plan.waiting().size(), lines));
            record(plan.waiting(), by, lines);
        }
    }

    /**
     * Does what waited, by the hand of the second person.
     *
     * @throws Refusal when the rows fit the people no longer, or favour the second person
     */
    @Transactional
    void approve(WaitingRows.Kept kept, String fingerprint, String by) {
        tables.lock();
        waiting.forget(kept.id());
        var plan = planner.plan(kept.fileNames(), kept.rows(), by);
        if (!plan.accepted()) {
            throw new Refusal(
                    plan.errors().stream().map(ImportError::reason).distinct().toList());
        }
        if (!plan.waiting().isEmpty()) {
            throw new Refusal("people.waiting.favoursYou");
        }
        if (!plan.fingerprint().equals(fingerprint)) {
            throw new Refusal("people.waiting.outdated");
        }
        if (!plan.changes().isEmpty()) {
            write(plan, by, NOBODY_WAITS);
        }
        var lines = Deeds.newParts();
        deeds.record(by, TrailEvent.IMPORT_APPROVED, null, Imported.of(plan, kept.askedBy(), lines));
        record(plan.changes(), by, lines);
    }

    /** Lets go what waited. */
    @Transactional
    void refuse(WaitingRows.Kept kept, String by) {
        tables.lock();
        waiting.forget(kept.id());
        deeds.record(by, TrailEvent.IMPORT_REFUSED, null, new Refused(kept.fileNames(), kept.askedBy()));
    }

    private void write(ImportPlan plan, String by, IntConsumer written) {
        tables.write(plan.changes(), written);
        lineHistory.follow(by);
        accounts.describe(plan.changes().stream()
                .filter(change -> change.table() == ImportTable.EMPLOYEES)
                .map(ImportChange::values)
                .map(row -> new AccountRegister.Person(row.get("akun"), row.get("nama"), row.get("email")))
                .toList());
    }

    private void record(List<ImportChange> changes, String by, String lines) {
        changes.forEach(change -> deeds.recordPart(by, TrailEvent.IMPORT_LINE, lines, Line.of(change)));
    }

    /**
     * What the trail keeps of an import; nothing of a table without a file.
     *
     * @param askedBy   account of whoever imported what a second person approves, else null
     * @param answered  how many doubts of the preview the importer answered, else null
     * @param parts     where the lines stand
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Imported(
            List<String> files,
            String askedBy,
            Integer answered,
            Counts organisationUnits,
            Counts positions,
            Counts employees,
            Counts actingOfficials,
            String parts) {

        static Imported of(ImportPlan plan, String askedBy, String parts) {
            var counts = plan.counts();
            return new Imported(
                    plan.fileNames(),
                    askedBy,
                    plan.asked() == 0 || askedBy != null ? null : plan.asked(),
                    counts.get(ImportTable.UNITS),
                    counts.get(ImportTable.POSITIONS),
                    counts.get(ImportTable.EMPLOYEES),
                    counts.get(ImportTable.ACTING),
                    parts);
        }
    }

    /** What it keeps of rows that wait. */
    record Waits(List<String> files, int waiting, String parts) {}

    record Refused(List<String> files, String askedBy) {}

    /** What it keeps of each line. @param kind ROW_ADDED, ROW_CHANGED or ROW_ENDED, as the page names it */
    record Line(ImportTable table, String kind, int row, String key, String name, List<Cell> fields) {

        static Line of(ImportChange change) {
            return new Line(
                    change.table(),
                    "ROW_" + change.kind(),
                    change.row(),
                    change.key(),
                    change.title(),
                    change.fields().stream()
                            .filter(field -> field.before() != null || field.after() != null)
                            .map(field -> new Cell(field.column(), field.before(), field.after()))
                            .toList());
        }
    }

    /** @param from null when nothing stood there; @param to null when nothing does any more */
    record Cell(String column, String from, String to) {}
}
