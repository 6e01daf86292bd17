package id.laras.intake;

import id.laras.people.ActingOfOneDay;
import id.laras.people.ActingOfOneDay.Appointment;
import id.laras.people.ActingOfOneDay.Seat;
import id.laras.people.ActingOfOneDay.Seats;
import id.laras.people.DaysAway;
import id.laras.people.LinesOfOneDay;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reporting lines that follow from people as they are known or would be, on today's day and any later one. */
final class LinesOfPeople {

    /** Beyond the superior's superior it makes no difference how far somebody is above. */
    private static final int FARTHEST = 2;

    private final List<Map<String, String>> acting;
    private final Map<String, String> above = new HashMap<>();
    private final Map<String, List<String>> below = new HashMap<>();
    private final Map<String, LocalDate> lastDays = new HashMap<>();
    private final Seats seats;
    private final Collection<DaysAway> absences;

    LinesOfPeople(KnownPeople people, Collection<DaysAway> absences) {
        this.absences = absences;
        this.acting = people.of(ImportTable.ACTING).values().stream()
                .sorted(Comparator.comparing((Map<String, String> row) -> row.get("mulai"))
                        .reversed()
                        .thenComparing(row -> row.get("pelaksana_nip")))
                .toList();
        Map<String, List<String>> codes = new HashMap<>();
        people.of(ImportTable.POSITIONS)
                .forEach((code, row) -> codes.computeIfAbsent(row.get("nama"), name -> new ArrayList<>())
                        .add(code));
        List<Seat> taken = new ArrayList<>();
        people.of(ImportTable.EMPLOYEES).forEach((nip, row) -> {
            var superior = row.get("atasan_nip");
            if (superior != null) {
                above.put(nip, superior);
                below.computeIfAbsent(superior, name -> new ArrayList<>()).add(nip);
            }
            if (row.get("berakhir") != null) {
                lastDays.put(nip, LocalDate.parse(row.get("berakhir")));
            }
            codes.getOrDefault(row.get("jabatan"), List.of(""))
                    .forEach(code -> taken.add(new Seat(nip, row.get("unit"), code.isEmpty() ? null : code)));
        });
        this.seats = Seats.of(taken, below.keySet());
    }

    /** As {@link id.laras.people.ReportingLines#on} would answer if these were the people. */
    LinesOfOneDay on(LocalDate day) {
        var away = absences.stream()
                .filter(absence -> absence.include(day))
                .map(DaysAway::nip)
                .collect(Collectors.toSet());
        // Asked of the few who matter: to gather who has left by then, day after day, would take most of the time.
        Predicate<String> absent = nip ->
                away.contains(nip) || lastDays.getOrDefault(nip, LocalDate.MAX).isBefore(day);
        var appointments = acting.stream()
                .filter(row -> !day(row, "mulai").isAfter(day)
                        && (row.get("sampai") == null || !day(row, "sampai").isBefore(day)))
                .map(LinesOfPeople::appointment)
                .toList();
        return new ActingOfOneDay(above, absent).lines(appointments, seats);
    }

    private static LocalDate day(Map<String, String> row, String column) {
        return LocalDate.parse(row.get(column));
    }

    private static Appointment appointment(Map<String, String> row) {
        var place = ActingRow.place(row.get("unit"), row.get("kode_jabatan"), row.get("digantikan_nip"))
                .split(" ", 2);
        return new Appointment(place[0], place[1], row.get("pelaksana_nip"));
    }

    /** Days after this one on which somebody comes, goes, or begins or ceases to act. */
    Set<LocalDate> turns(LocalDate today) {
        var acts = acting.stream()
                .flatMap(row -> Stream.of(
                        day(row, "mulai"),
                        row.get("sampai") == null ? null : day(row, "sampai").plusDays(1)));
        var leaves = absences.stream().flatMap(absence -> Stream.of(absence.from(), absence.until()));
        var ends = lastDays.values().stream().map(last -> last.plusDays(1));
        return Stream.of(acts, leaves, ends)
                .flatMap(days -> days)
                .filter(Objects::nonNull)
                .filter(day -> day.isAfter(today))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether one of them is anybody's superior or acts for anybody, on whatever day. */
    boolean lead(Set<String> nips) {
        return nips.stream().anyMatch(below::containsKey)
                || acting.stream().anyMatch(row -> nips.contains(row.get("pelaksana_nip")));
    }

    /** Who assesses each of them on that day, and who decides on their objection. */
    Map<String, List<String>> above(Set<String> nips, LocalDate day) {
        var lines = on(day);
        return nips.stream()
                .collect(Collectors.toMap(
                        nip -> nip,
                        nip -> lines.superiors(nip).stream().limit(FARTHEST).toList()));
    }

    /** Everybody below one of them on that day, with how far above the nearest of them is: 0 the superior, at most 2. */
    Map<String, Integer> below(Set<String> nips, LocalDate day) {
        var lines = on(day);
        var offices = new HashSet<>(nips);
        lines.acting().forEach((office, holder) -> {
            if (nips.contains(holder)) {
                offices.add(office);
            }
        });
        var open = new ArrayDeque<String>();
        offices.forEach(office -> open.addAll(below.getOrDefault(office, List.of())));
        lines.vacancies().forEach((nip, holder) -> {
            if (nips.contains(holder)) {
                open.add(nip);
            }
        });
        Map<String, Integer> found = new HashMap<>();
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            var nip = open.pop();
            if (seen.add(nip)) {
                open.addAll(below.getOrDefault(nip, List.of()));
                var superiors = lines.superiors(nip);
                nips.stream()
                        .mapToInt(superiors::indexOf)
                        .filter(place -> place >= 0)
                        .min()
                        .ifPresent(place -> found.put(nip, Math.min(place, FARTHEST)));
            }
        }
        return found;
    }
}
