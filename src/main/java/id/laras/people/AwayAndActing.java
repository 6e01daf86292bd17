package id.laras.people;

import id.laras.rules.AgencyDays;
import id.laras.rules.Pages;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.HrReach;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** HR keeps who is away and who acts for whom. Days are those of the agency's zone; every "until" is exclusive. */
@Service
@Transactional
public class AwayAndActing {

    private final Absences absences;
    private final ActingOfficials officials;
    private final Employees employees;
    private final HrReach reach;
    private final OwnFavour favours;
    private final Deeds deeds;
    private final Clock clock;

    AwayAndActing(
            Absences absences,
            ActingOfficials officials,
            Employees employees,
            HrReach reach,
            OwnFavour favours,
            Deeds deeds,
            Clock clock) {
        this.absences = absences;
        this.officials = officials;
        this.employees = employees;
        this.reach = reach;
        this.favours = favours;
        this.deeds = deeds;
        this.clock = clock;
    }

    /**
     * Writes down that somebody does not do their office from a day on.
     *
     * @param until the first day on which they are back; null, and only null, when they do not come back
     * @throws Refusal when the person is unknown to this actor, a leave has no end, it ends before it begins, or it would
     *     give the actor somebody to assess
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
        if (favours.absence(absence.daysAway(), by.account())) {
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
     *     wrong, somebody acts there already, or it would give the actor somebody to assess
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
        if (officials.isTaken(officialNip, from, last)) {
            throw new Refusal("people.lines.acting.taken", official.name());
        }
        if (favours.appointment(officialNip, actingNip, kind, from, last, by.account())) {
            throw new Refusal("people.lines.favoursYou");
        }
        officials.add(officialNip, actingNip, kind, from, last);
        deeds.record(
                by.account(),
                TrailEvent.ACTING_APPOINTED,
                null,
                new Appointed(official.name(), acting.name(), kind, from, last));
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
        var all = officials.from(LocalDate.now(clock));
        var mine = within(
                actor, all.stream().filter(ActingOfficials.Entry::isPerson).map(ActingOfficials.Entry::place));
        var units = reach.of(actor);
        // A position may be held in any unit.
        var found = Pages.cut(
                all.stream()
                        .filter(one -> one.isPerson() ? mine.contains(one.place()) : units.covers(one.unit()))
                        .toList(),
                page);
        var names = employees.names(found.stream()
                .flatMap(one -> Stream.of(one.place(), one.acting()))
                .collect(Collectors.toSet()));
        var places = officials.places();
        return found.map(one -> new Acting(
                one.isPerson()
                        ? names.apply(one.place())
                        : places.getOrDefault(one.placeKind() + one.place(), one.place()),
                names.apply(one.acting()),
                one.kind(),
                one.firstDay(),
                one.lastDay()));
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
}
