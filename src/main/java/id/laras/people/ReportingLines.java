package id.laras.people;

import id.laras.people.ActingOfOneDay.Appointment;
import id.laras.people.ActingOfOneDay.Seat;
import id.laras.rules.Nip;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is whose superior and who does their office, on any day of the agency's zone. Every "until" is exclusive. */
@Service
@Transactional(readOnly = true)
public class ReportingLines {

    private final ReportingLineTable lines;
    private final Absences absences;
    private final ActingOfficials officials;
    private final JdbcClient database;
    private final Employees employees;
    private final Clock clock;

    ReportingLines(
            ReportingLineTable lines,
            Absences absences,
            ActingOfficials officials,
            JdbcClient database,
            Employees employees,
            Clock clock) {
        this.lines = lines;
        this.absences = absences;
        this.officials = officials;
        this.database = database;
        this.employees = employees;
        this.clock = clock;
    }

    /** Who is the superior on that day, by the rules of {@link LinesOfOneDay#superiors}; empty when there is none. */
    public Optional<Employee> superiorOn(String nip, LocalDate day) {
        return on(day).superiors(nip).stream().findFirst().flatMap(employees::findById);
    }

    /** All lines of one day; three queries whatever the number of people, one more when somebody acts for a place. */
    public LinesOfOneDay on(LocalDate day) {
        var above = lines.on(day).stream()
                .collect(Collectors.toMap(OpenLine::employeeNip, OpenLine::superiorNip, (one, same) -> one));
        var absent = Stream.concat(absences.on(day).stream().map(Absence::employeeNip), ended(day).stream())
                .collect(Collectors.toSet());
        var appointments = officials.on(day).stream()
                .map(one -> new Appointment(one.placeKind(), one.place(), one.acting()))
                .toList();
        var people = appointments.stream().allMatch(one -> one.kind().equals(ActingOfficials.PERSON));
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
    public boolean hasLeft(String nip, LocalDate day) {
        return lastDays().getOrDefault(nip, LocalDate.MAX).isBefore(day);
    }

    /** Whether that person has given up their office for good by that day, though they may be in service elsewhere. */
    public boolean hasGivenUpOffice(String nip, LocalDate day) {
        return absences.findByDaysUntilDayIsNull().stream()
                .anyMatch(absence -> absence.employeeNip().equals(nip)
                        && !absence.days().fromDay().isAfter(day));
    }

    /** Who is away on that day or on any later one. */
    public List<DaysAway> daysAwayFrom(LocalDate day) {
        return absences.onOrAfter(day).stream().map(Absence::daysAway).toList();
    }

    /** Those of them who do their office on that day: appointed, in service, and not on leave. */
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

    /** As {@link #on} for today in the agency's zone. */
    public LinesOfOneDay today() {
        return on(LocalDate.now(clock));
    }

    /** Whether the nearest above a person today is one of these because they act for an office (PLT/PLH). Cheap where none of them acts. */
    public boolean answersToActing(String nip, Collection<String> nips) {
        return officials.acts(nips, LocalDate.now(clock))
                && today().superiors(nip).stream()
                        .findFirst()
                        .filter(nips::contains)
                        .isPresent();
    }
}
