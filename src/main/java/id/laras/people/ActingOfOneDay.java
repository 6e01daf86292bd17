package id.laras.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the office that an appointment (PLT/PLH) of one day means. One that names a person means theirs. One that names a
 * position means that of its only holder, or of those of its holders who are away. One that names a unit means its head's;
 * where it has no head, the vacant one above everybody of the unit whose line leads out of it.
 *
 * @param above  employee → superior
 * @param absent who does not do their office
 */
public record ActingOfOneDay(Map<String, String> above, Predicate<String> absent) {

    /** @param place a NIP, or the code of a position or a unit, as {@code kind} says */
    public record Appointment(String kind, String place, String acting) {}

    /** @param positionCode null where the position is in no catalogue */
    public record Seat(String nip, String unitCode, String positionCode) {}

    /** Who sits where, and who leads anybody; found once for as many days as one likes. */
    public record Seats(Map<String, Set<String>> byPosition, Map<String, Set<String>> byUnit, Set<String> leading) {

        public static Seats of(Collection<Seat> seats, Set<String> leading) {
            return new Seats(by(Seat::positionCode, seats), by(Seat::unitCode, seats), leading);
        }

        private static Map<String, Set<String>> by(Function<Seat, String> place, Collection<Seat> seats) {
            return seats.stream()
                    .filter(seat -> place.apply(seat) != null)
                    .collect(Collectors.groupingBy(place, Collectors.mapping(Seat::nip, Collectors.toSet())));
        }
    }

    /** As the other, for a single day. */
    LinesOfOneDay lines(List<Appointment> appointments, Collection<Seat> seats) {
        return lines(appointments, Seats.of(seats, new HashSet<>(above.values())));
    }

    /** @param appointments of two for one place the first counts; a person before a position before a unit */
    public LinesOfOneDay lines(List<Appointment> appointments, Seats seats) {
        Map<String, String> acting = new HashMap<>();
        Map<String, String> vacancies = new HashMap<>();
        of("EMPLOYEE", appointments).forEach(one -> acting.putIfAbsent(one.place(), one.acting()));
        for (var one : of("POSITION", appointments)) {
            only(seats.byPosition().getOrDefault(one.place(), Set.of()))
                    .forEach(nip -> acting.putIfAbsent(nip, one.acting()));
        }
        for (var one : of("UNIT", appointments)) {
            var unit = seats.byUnit().getOrDefault(one.place(), Set.of());
            var heads = heads(unit, seats.leading());
            only(heads).forEach(nip -> acting.putIfAbsent(nip, one.acting()));
            if (heads.isEmpty()) {
                unit.stream()
                        .filter(nip -> !unit.contains(above.get(nip)))
                        .forEach(nip -> vacancies.putIfAbsent(nip, one.acting()));
            }
        }
        return new LinesOfOneDay(above, acting, vacancies, absent);
    }

    private static List<Appointment> of(String kind, List<Appointment> appointments) {
        return appointments.stream().filter(one -> one.kind().equals(kind)).toList();
    }

    /** Those of the unit to whom somebody answers, and who answer to nobody of it. */
    private Set<String> heads(Set<String> unit, Set<String> leading) {
        return unit.stream()
                .filter(leading::contains)
                .filter(nip -> !unit.contains(above.get(nip)))
                .collect(Collectors.toSet());
    }

    /** Who of them is meant: those who are away; where nobody is, the only one there is; else nobody. */
    private Set<String> only(Set<String> holders) {
        var away = holders.stream().filter(absent).collect(Collectors.toSet());
        return away.isEmpty() && holders.size() > 1 ? Set.of() : away.isEmpty() ? holders : away;
    }
}
