package id.laras.people;

import id.laras.people.ReportingLine.Cause;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.HrReach;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is whose superior on a date, who is away and who acts for whom. Days are those of the agency's zone; every "until"
 * is exclusive. History is kept: a line is ended and another begun, none is changed.
 */
@Service
@Transactional
public class ReportingLines {

    private final KeptLines lines;
    private final Absences absences;
    private final JdbcClient database;
    private final Employees employees;
    private final HrReach reach;
    private final Deeds deeds;
    private final Clock clock;

    ReportingLines(
            KeptLines lines,
            Absences absences,
            JdbcClient database,
            Employees employees,
            HrReach reach,
            Deeds deeds,
            Clock clock) {
        this.lines = lines;
        this.absences = absences;
        this.database = database;
        this.employees = employees;
        this.reach = reach;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** Who is the superior on that day, by the rules of {@link LinesOfOneDay#superiors}; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Employee> supervisorOn(String nip, LocalDate day) {
        return on(day).superiors(nip).stream().findFirst().flatMap(employees::findById);
    }

    /** All lines of one day; three queries, whatever the number of people. */
    @Transactional(readOnly = true)
    public LinesOfOneDay on(LocalDate day) {
        return new LinesOfOneDay(
                lines.on(day).stream()
                        .collect(Collectors.toMap(
                                ReportingLine::employeeNip, ReportingLine::supervisorNip, (one, same) -> one)),
                acting("first_day <= :day and (last_day is null or last_day >= :day)", day, "").stream()
                        .collect(Collectors.toMap(Entry::official, Entry::acting, (one, same) -> one)),
                Stream.concat(absences.on(day).stream().map(Absence::employeeNip), ended(day).stream())
                        .collect(Collectors.toSet()));
    }

    /** Whom an import gave a last day of service before this one. */
    private List<String> ended(LocalDate day) {
        return database.sql("select nip from employee where ended_on < ?")
                .param(day)
                .query(String.class)
                .list();
    }

    /** Those who act for a person; who acts for a unit or a position has no say here yet. */
    private List<Entry> acting(String condition, LocalDate day, String official) {
        return database.sql("select place, acting_nip, kind, first_day, last_day from stand_in_official"
                        + " where place_kind = 'EMPLOYEE' and " + condition + " order by first_day desc")
                .param("day", day)
                .param("official", official)
                .query((row, number) -> new Entry(
                        row.getString(1),
                        row.getString(2),
                        ActingKind.valueOf(row.getString(3)),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    /** A row of the import's table; the last day is inclusive there, null while no end is known. */
    private record Entry(String official, String acting, ActingKind kind, LocalDate firstDay, LocalDate lastDay) {}

    /** As {@link #on} for today in the agency's zone. */
    @Transactional(readOnly = true)
    public LinesOfOneDay today() {
        return on(LocalDate.now(clock));
    }

    /** Every line that a person ever had, the oldest first. */
    @Transactional(readOnly = true)
    public List<PastLine> history(String nip) {
        var found = lines.findByEmployeeNipOrderByFromDayAscRecordedAtAsc(nip);
        var names = names(found.stream().map(ReportingLine::supervisorNip).collect(Collectors.toSet()));
        return found.stream()
                .map(line -> new PastLine(
                        line.supervisorNip(), names.apply(line.supervisorNip()), line.fromDay(), line.untilDay()))
                .toList();
    }

    /** @param untilDay exclusive, null while it lasts */
    public record PastLine(String supervisorNip, String supervisorName, LocalDate fromDay, LocalDate untilDay) {}

    /**
     * Follows an import: where an employee's superior is another one now, the old line ends today and a new one begins.
     * Two queries over everybody; the import works on whole sets too.
     *
     * @param by account of who imported, or null
     */
    void follow(String by) {
        var today = LocalDate.now(clock);
        var now = clock.instant();
        var open = lines.findByUntilDayIsNull().stream()
                .collect(Collectors.toMap(ReportingLine::employeeNip, Function.identity()));
        List<ReportingLine> begun = new ArrayList<>();
        database.sql("select nip, supervisor_nip from employee").query(row -> {
            var nip = row.getString(1);
            var superior = row.getString(2);
            var line = open.get(nip);
            if (Objects.equals(superior, line == null ? null : line.supervisorNip())) {
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

    /**
     * Writes down that somebody does not do his office from a day on.
     *
     * @param until the first day on which he is back; null, and only null, when he does not come back
     * @throws Refusal when the person is unknown to this actor, a leave has no end, or it ends before it begins
     */
    public void leave(String nip, AbsenceKind kind, LocalDate from, LocalDate until, Actor by) {
        var employee = known(nip, "people.lines.employee", by);
        if (kind == null || from == null) {
            throw new Refusal("people.lines.incomplete");
        }
        if ((kind == AbsenceKind.LONG_LEAVE) != (until != null)) {
            throw new Refusal(until == null ? "people.lines.leave.endless" : "people.lines.leave.ends");
        }
        if (until != null && !from.isBefore(until)) {
            throw new Refusal("people.lines.days");
        }
        absences.save(new Absence(nip, kind, from, until, by.account(), clock.instant()));
        deeds.record(
                by.account(),
                "people.left",
                null,
                new Left(employee.name(), nip, kind, from, until == null ? null : until.minusDays(1)));
    }

    /** What the trail keeps of it. */
    record Left(String employeeName, String nip, AbsenceKind kind, LocalDate firstDay, LocalDate lastDay) {}

    /**
     * Appoints an acting official for a time.
     *
     * @param until the first day on which he no longer acts
     * @throws Refusal when one of them is unknown to this actor, both are the same, the days are wrong, or somebody acts there already
     */
    public void appoint(
            String officialNip, String actingNip, ActingKind kind, LocalDate from, LocalDate until, Actor by) {
        var official = known(officialNip, "people.lines.official", by);
        var acting = known(actingNip, "people.lines.acting", by);
        if (kind == null || from == null || until == null) {
            throw new Refusal("people.lines.incomplete");
        }
        if (officialNip.equals(actingNip)) {
            throw new Refusal("people.lines.oneself");
        }
        if (!from.isBefore(until)) {
            throw new Refusal("people.lines.days");
        }
        var last = until.minusDays(1);
        var taken = acting("first_day <= :day and place = :official", last, officialNip).stream()
                .anyMatch(other -> other.lastDay() == null || !other.lastDay().isBefore(from));
        if (taken) {
            throw new Refusal("people.lines.acting.taken", official.name());
        }
        database.sql("insert into stand_in_official (kind, last_day, place_kind, place, acting_nip, first_day, version)"
                        + " values (?, ?, 'EMPLOYEE', ?, ?, ?, 0)")
                .params(kind.name(), last, officialNip, actingNip, from)
                .update();
        deeds.record(
                by.account(),
                "people.appointed",
                null,
                new Appointed(official.name(), acting.name(), kind, from, until.minusDays(1)));
    }

    /** What the trail keeps of it. */
    record Appointed(String official, String acting, ActingKind kind, LocalDate firstDay, LocalDate lastDay) {}

    private Employee known(String nip, String unknown, Actor by) {
        var mine = reach.of(by);
        return Optional.ofNullable(nip)
                .flatMap(employees::findById)
                .filter(employee -> mine.covers(employee.unitCode()))
                .orElseThrow(() -> new Refusal(unknown, Objects.toString(nip, "")));
    }

    /** Who is away today or will be, as far as the actor's role of HR reaches, the latest first. */
    @Transactional(readOnly = true)
    public List<Away> away(Actor actor) {
        var all = absences.onOrAfter(LocalDate.now(clock));
        var mine = within(actor, all.stream().map(Absence::employeeNip));
        var found = all.stream()
                .filter(absence -> mine.contains(absence.employeeNip()))
                .toList();
        var names = names(found.stream().map(Absence::employeeNip).collect(Collectors.toSet()));
        return found.stream()
                .map(absence -> new Away(
                        names.apply(absence.employeeNip()), absence.kind(), absence.fromDay(), absence.untilDay()))
                .toList();
    }

    /** @param until exclusive, null when he does not come back */
    public record Away(String name, AbsenceKind kind, LocalDate from, LocalDate until) {}

    /** Who acts for whom of the actor's people today or will, the latest first. */
    @Transactional(readOnly = true)
    public List<Acting> acting(Actor actor) {
        var all = acting("(last_day is null or last_day >= :day)", LocalDate.now(clock), "");
        var mine = within(actor, all.stream().map(Entry::official));
        var found = all.stream().filter(one -> mine.contains(one.official())).toList();
        var names = names(found.stream()
                .flatMap(one -> Stream.of(one.official(), one.acting()))
                .collect(Collectors.toSet()));
        return found.stream()
                .map(one -> new Acting(
                        names.apply(one.official()),
                        names.apply(one.acting()),
                        one.kind(),
                        one.firstDay(),
                        one.lastDay()))
                .toList();
    }

    /** @param last the last day, null while no end is known */
    public record Acting(String official, String acting, ActingKind kind, LocalDate first, LocalDate last) {}

    /** Those of them who work within the actor's reach. */
    private Set<String> within(Actor actor, Stream<String> nips) {
        var mine = reach.of(actor);
        return employees.findAllById(nips.collect(Collectors.toSet())).stream()
                .filter(employee -> mine.covers(employee.unitCode()))
                .map(Employee::nip)
                .collect(Collectors.toSet());
    }

    private Function<String, String> names(Set<String> nips) {
        var found = employees.findAllById(nips).stream().collect(Collectors.toMap(Employee::nip, Employee::name));
        return nip -> found.getOrDefault(nip, nip);
    }
}
