package id.laras.people;

import id.laras.people.ActingOfOneDay.Appointment;
import id.laras.people.ActingOfOneDay.Seat;
import id.laras.people.ReportingLine.Cause;
import id.laras.rules.AgencyDays;
import id.laras.rules.Nip;
import id.laras.rules.Pages;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.HrReach;
import id.laras.security.NamesBeside;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
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

    private static final String PERSON = "EMPLOYEE";

    private final ReportingLineTable lines;
    private final Absences absences;
    private final JdbcClient database;
    private final Employees employees;
    private final HrReach reach;
    private final Favours favours;
    private final Deeds deeds;
    private final Clock clock;

    ReportingLines(
            ReportingLineTable lines,
            Absences absences,
            JdbcClient database,
            Employees employees,
            HrReach reach,
            Favours favours,
            Deeds deeds,
            Clock clock) {
        this.lines = lines;
        this.absences = absences;
        this.database = database;
        this.employees = employees;
        this.reach = reach;
        this.favours = favours;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** Who is the superior on that day, by the rules of {@link LinesOfOneDay#superiors}; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Employee> supervisorOn(String nip, LocalDate day) {
        return on(day).superiors(nip).stream().findFirst().flatMap(employees::findById);
    }

    /** All lines of one day; three queries whatever the number of people, one more when somebody acts for a place. */
    @Transactional(readOnly = true)
    public LinesOfOneDay on(LocalDate day) {
        var above = lines.on(day).stream()
                .collect(Collectors.toMap(OpenLine::employeeNip, OpenLine::supervisorNip, (one, same) -> one));
        var absent = Stream.concat(absences.on(day).stream().map(Absence::employeeNip), ended(day).stream())
                .collect(Collectors.toSet());
        var appointments = acting("first_day <= :day and (last_day is null or last_day >= :day)", day, "").stream()
                .map(one -> new Appointment(one.placeKind(), one.place(), one.acting()))
                .toList();
        var people = appointments.stream().allMatch(one -> one.kind().equals(PERSON));
        return new ActingOfOneDay(above, absent::contains).lines(appointments, people ? List.of() : seats());
    }

    /** Who sits where today; units and positions have no history. */
    private List<Seat> seats() {
        return database.sql("select e.nip, e.unit_code, p.code from employee e left join job_position p"
                        + " on p.name = e.position")
                .query((row, number) -> new Seat(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Whom an import gave a last day of service before this one. */
    private List<String> ended(LocalDate day) {
        return database.sql("select nip from employee where ended_on < ?")
                .param(day)
                .query(String.class)
                .list();
    }

    /** Whether that person is in service no more on that day: has died, retired, or reached the last day that the import named. */
    @Transactional(readOnly = true)
    public boolean hasLeft(String nip, LocalDate day) {
        return lastDays().getOrDefault(nip, LocalDate.MAX).isBefore(day);
    }

    /** Whether that person has given up their office for good by that day, though they may be in service elsewhere. */
    @Transactional(readOnly = true)
    public boolean hasGivenUpOffice(String nip, LocalDate day) {
        return absences.findByDaysUntilDayIsNull().stream()
                .anyMatch(absence -> absence.employeeNip().equals(nip)
                        && !absence.days().fromDay().isAfter(day));
    }

    /** Those of them who do their office on that day: appointed, in service, and not on leave. */
    @Transactional(readOnly = true)
    public List<Employee> serving(Collection<Employee> people, LocalDate day) {
        var away = absences.on(day).stream().map(Absence::employeeNip).collect(Collectors.toSet());
        return people.stream()
                .filter(person ->
                        Nip.firstDay(person.nip()).filter(day::isBefore).isEmpty())
                .filter(person -> person.endedOn() == null || !person.endedOn().isBefore(day))
                .filter(person -> !away.contains(person.nip()))
                .toList();
    }

    /** Last days of service by NIP, past or to come, of those for whom one is known. */
    @Transactional(readOnly = true)
    public Map<String, LocalDate> lastDays() {
        Map<String, LocalDate> days = new HashMap<>();
        database.sql("select nip, ended_on from employee where ended_on is not null")
                .query(row -> {
                    days.put(row.getString(1), row.getObject(2, LocalDate.class));
                });
        absences.findByDaysUntilDayIsNull().stream()
                .filter(absence -> absence.kind().endsService())
                .forEach(absence -> days.merge(
                        absence.employeeNip(),
                        absence.days().fromDay().minusDays(1),
                        (one, other) -> one.isBefore(other) ? one : other));
        return days;
    }

    private List<Entry> acting(String condition, LocalDate day, String place) {
        return database.sql(
                        "select place_kind, place, acting_nip, kind, first_day, last_day from stand_in_official where "
                                + condition + " order by first_day desc, acting_nip")
                .param("day", day)
                .param("place", place)
                .query((row, number) -> new Entry(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        ActingKind.valueOf(row.getString(4)),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class)))
                .list();
    }

    /** A row of the import's table; the last day is inclusive there, null while no end is known. */
    private record Entry(
            String placeKind, String place, String acting, ActingKind kind, LocalDate firstDay, LocalDate lastDay) {

        boolean isPerson() {
            return placeKind.equals(PERSON);
        }

        /** Code of the unit that it is about, null for a person or a position. */
        String unit() {
            return placeKind.equals("UNIT") ? place : null;
        }
    }

    /** As {@link #on} for today in the agency's zone. */
    @Transactional(readOnly = true)
    public LinesOfOneDay today() {
        return on(LocalDate.now(clock));
    }

    /** Whether the nearest above a person today is one of these because they act for an office (PLT/PLH). Cheap where none of them acts. */
    @Transactional(readOnly = true)
    public boolean answersToActing(String nip, Collection<String> nips) {
        var act = !nips.isEmpty()
                && database.sql("select count(*) from stand_in_official where acting_nip in (:nips)"
                                        + " and first_day <= :day and (last_day is null or last_day >= :day)")
                                .param("nips", nips)
                                .param("day", LocalDate.now(clock))
                                .query(Long.class)
                                .single()
                        > 0;
        return act
                && today().superiors(nip).stream()
                        .findFirst()
                        .filter(nips::contains)
                        .isPresent();
    }

    /** Every line that a person ever had, the oldest first. */
    @Transactional(readOnly = true)
    public List<PastLine> history(String nip) {
        var found = lines.findByEmployeeNipOrderByDaysFromDayAscRecordedAtAsc(nip);
        var names = names(found.stream().map(ReportingLine::supervisorNip).collect(Collectors.toSet()));
        return found.stream()
                .map(line -> new PastLine(
                        line.supervisorNip(),
                        names.apply(line.supervisorNip()),
                        line.days().fromDay(),
                        line.days().untilDay()))
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
        var open = lines.findByDaysUntilDayIsNull().stream()
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
     * Writes down that somebody does not do their office from a day on.
     *
     * @param until the first day on which they are back; null, and only null, when they do not come back
     * @throws Refusal when the person is unknown to this actor, a leave has no end, it ends before it begins, or it would
     *     give the actor somebody to judge
     */
    public void leave(String nip, AbsenceKind kind, LocalDate from, LocalDate until, Actor by) {
        var employee = known(nip, "people.lines.employee", by);
        if (kind == null || from == null) {
            throw new Refusal("people.lines.incomplete");
        }
        if ((kind == AbsenceKind.LONG_LEAVE) != (until != null)) {
            throw new Refusal(until == null ? "people.lines.leave.endless" : "people.lines.leave.ends");
        }
        mustBeDays(from, until);
        var absence = new Absence(nip, kind, new Span(from, until), by.account(), clock.instant());
        if (favours.absence(absence, by.account())) {
            throw new Refusal("people.lines.favoursYou");
        }
        absences.save(absence);
        deeds.record(
                by.account(),
                TrailEvent.PERSON_LEFT,
                null,
                new Left(employee.name(), nip, kind, from, until == null ? null : until.minusDays(1)));
    }

    private static void mustBeDays(LocalDate from, LocalDate until) {
        if (!AgencyDays.isLikely(from) || until != null && !AgencyDays.isLikely(until.minusDays(1))) {
            throw new Refusal("people.lines.years");
        }
        if (until != null && !from.isBefore(until)) {
            throw new Refusal("people.lines.days");
        }
    }

    /** What the trail keeps of it. */
    record Left(String employeeName, String nip, AbsenceKind kind, LocalDate firstDay, LocalDate lastDay) {}

    /**
     * Appoints an acting official for a time.
     *
     * @param until the first day on which they no longer act
     * @throws Refusal when one of them is unknown to this actor, both are the same, the one who acts is the actor, the days are
     *     wrong, somebody acts there already, or it would give the actor somebody to judge
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
        if (by.account().equals(acting.account())) {
            throw new Refusal("people.lines.appointOneself");
        }
        mustBeDays(from, until);
        var last = until.minusDays(1);
        var taken =
                acting("first_day <= :day and place_kind = 'EMPLOYEE' and place = :place", last, officialNip).stream()
                        .anyMatch(other ->
                                other.lastDay() == null || !other.lastDay().isBefore(from));
        if (taken) {
            throw new Refusal("people.lines.acting.taken", official.name());
        }
        if (favours.appointment(officialNip, actingNip, kind, from, last, by.account())) {
            throw new Refusal("people.lines.favoursYou");
        }
        database.sql("insert into stand_in_official (kind, last_day, place_kind, place, acting_nip, first_day, version)"
                        + " values (?, ?, 'EMPLOYEE', ?, ?, ?, 0)")
                .params(kind.name(), last, officialNip, actingNip, from)
                .update();
        deeds.record(
                by.account(),
                TrailEvent.ACTING_APPOINTED,
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
    public Page<Away> away(Actor actor, Pageable page) {
        var mine = reach.of(actor);
        return absences.away(LocalDate.now(clock), mine.everywhere(), mine.units(), page);
    }

    /** @param until exclusive, null when they do not come back */
    public record Away(String name, String nip, AbsenceKind kind, LocalDate from, LocalDate until) {}

    /** Who acts for whom of the actor's people, or for which of the actor's units or positions, today or will, the latest first. */
    @Transactional(readOnly = true)
    public Page<Acting> acting(Actor actor, Pageable page) {
        var all = acting("(last_day is null or last_day >= :day)", LocalDate.now(clock), "");
        var mine = within(actor, all.stream().filter(Entry::isPerson).map(Entry::place));
        var units = reach.of(actor);
        // A position may be held in any unit.
        var found = Pages.cut(
                all.stream()
                        .filter(one -> one.isPerson() ? mine.contains(one.place()) : units.covers(one.unit()))
                        .toList(),
                page);
        var names = names(found.stream()
                .flatMap(one -> Stream.of(one.place(), one.acting()))
                .collect(Collectors.toSet()));
        var places = places();
        return found.map(one -> new Acting(
                one.isPerson()
                        ? names.apply(one.place())
                        : places.getOrDefault(one.placeKind() + one.place(), one.place()),
                names.apply(one.acting()),
                one.kind(),
                one.firstDay(),
                one.lastDay()));
    }

    /** Names of the units and positions for which somebody ever acted, by kind and code. */
    private Map<String, String> places() {
        Map<String, String> names = new HashMap<>();
        database.sql("select concat('UNIT', u.code), u.name from unit u join stand_in_official s"
                        + " on s.place_kind = 'UNIT' and s.place = u.code"
                        + " union select concat('POSITION', p.code), p.name from job_position p join stand_in_official s"
                        + " on s.place_kind = 'POSITION' and s.place = p.code")
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        return names;
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

    /** With the NIP, because two people may have the same name. */
    private Function<String, String> names(Set<String> nips) {
        var found = employees.findAllById(nips).stream().collect(Collectors.toMap(Employee::nip, Employee::name));
        return nip -> found.containsKey(nip) ? NamesBeside.shown(found.get(nip), nip) : nip;
    }
}
