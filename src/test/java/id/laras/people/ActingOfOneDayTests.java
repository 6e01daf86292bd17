package id.laras.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.people.ActingOfOneDay.Appointment;
import id.laras.people.ActingOfOneDay.Seat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Unit FIELD: officer leads staff and peer, and answers to head of TOP. Unit POST: nurse answers to head directly. */
class ActingOfOneDayTests {

    private static final Map<String, String> LINES =
            Map.of("staff", "officer", "peer", "officer", "officer", "head", "nurse", "head", "clerk", "nurse2");
    private static final List<Seat> SEATS = List.of(
            new Seat("head", "TOP", "KADIS"),
            new Seat("officer", "FIELD", "KABID"),
            new Seat("staff", "FIELD", "ANALIS"),
            new Seat("peer", "FIELD", "ANALIS"),
            new Seat("nurse", "POST", "PERAWAT"),
            new Seat("deputy", "TOP", "ANALIS"));

    @Test
    void whoActsForAUnitStandsInTheOfficeOfItsHead() {
        assertThat(superiors("staff", Set.of("officer"), unit("FIELD", "deputy")))
                .containsExactly("deputy", "head");
        assertThat(superiors("officer", Set.of("officer"), unit("FIELD", "deputy")))
                .containsExactly("head");
    }

    @Test
    void whoActsForAUnitWithoutAHeadStandsBetweenItAndTheNextSuperior() {
        assertThat(superiors("nurse", Set.of(), unit("POST", "deputy"))).containsExactly("deputy", "head");
        assertThat(superiors("nurse", Set.of("deputy"), unit("POST", "deputy"))).containsExactly("head");
        assertThat(superiors("nurse", Set.of(), unit("POST", "nurse"))).containsExactly("head");
    }

    @Test
    void withoutAnActingOfficialTheNextSuperiorCounts() {
        assertThat(superiors("staff", Set.of("officer"))).containsExactly("head");
    }

    @Test
    void whoActsForAPositionStandsInTheOfficeOfItsOnlyHolder() {
        assertThat(superiors("staff", Set.of(), position("KABID", "deputy"))).containsExactly("deputy", "head");
    }

    @Test
    void ofAPositionWithSeveralHoldersOnlyTheOneWhoIsAwayIsMeant() {
        assertThat(acting(Set.of(), position("ANALIS", "nurse"))).isEmpty();
        assertThat(acting(Set.of("peer"), position("ANALIS", "nurse"))).containsOnlyKeys("peer");
    }

    @Test
    void actingForThePersonComesBeforeThePositionAndTheUnit() {
        var person = new Appointment("EMPLOYEE", "officer", "peer");
        assertThat(acting(Set.of("officer"), unit("FIELD", "deputy"), position("KABID", "nurse"), person))
                .containsEntry("officer", "peer");
        assertThat(acting(Set.of("officer"), unit("FIELD", "deputy"), position("KABID", "nurse")))
                .containsEntry("officer", "nurse");
    }

    private static List<String> superiors(String employee, Set<String> absent, Appointment... appointments) {
        return new ActingOfOneDay(LINES, absent::contains)
                .lines(List.of(appointments), SEATS)
                .superiors(employee);
    }

    private static Map<String, String> acting(Set<String> absent, Appointment... appointments) {
        return new ActingOfOneDay(LINES, absent::contains)
                .lines(List.of(appointments), SEATS)
                .acting();
    }

    private static Appointment unit(String code, String acting) {
        return new Appointment("UNIT", code, acting);
    }

    private static Appointment position(String code, String acting) {
        return new Appointment("POSITION", code, acting);
    }
}
