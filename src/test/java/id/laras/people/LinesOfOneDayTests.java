package id.laras.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who stands above whom on one day: staff answers to officer, officer to head. */
class LinesOfOneDayTests {

    private static final Map<String, String> LINES =
            Map.of("staff", "officer", "peer", "officer", "officer", "head", "head", "mayor");

    @Test
    void theSuperiorIsWhomTheLineNamesAndAboveThemTheNext() {
        assertThat(day(Map.of(), Set.of()).superiors("staff")).containsExactly("officer", "head", "mayor");
    }

    @Test
    void nobodyStandsAboveTheTop() {
        assertThat(day(Map.of(), Set.of()).superiors("mayor")).isEmpty();
    }

    @Test
    void aVacantOfficeFallsToTheActingOfficial() {
        assertThat(day(Map.of("officer", "deputy"), Set.of("officer")).superiors("staff"))
                .containsExactly("deputy", "head", "mayor");
    }

    @Test
    void aVacantOfficeWithoutActingOfficialFallsToTheNextSuperior() {
        assertThat(day(Map.of(), Set.of("officer")).superiors("staff")).containsExactly("head", "mayor");
    }

    @Test
    void anActingOfficialWhoIsAwayIsNoSuperior() {
        assertThat(day(Map.of("officer", "deputy"), Set.of("officer", "deputy")).superiors("staff"))
                .containsExactly("head", "mayor");
    }

    @Test
    void whoActsForTheirOwnSuperiorAnswersToTheNext() {
        assertThat(day(Map.of("officer", "staff"), Set.of("officer")).superiors("staff"))
                .containsExactly("head", "mayor");
        assertThat(day(Map.of("officer", "staff"), Set.of("officer")).superiors("peer"))
                .containsExactly("staff", "head", "mayor");
    }

    @Test
    void aSuperiorWhoActsForTheOneBelowThemIsNamedOnce() {
        assertThat(day(Map.of("officer", "head"), Set.of("officer")).superiors("staff"))
                .containsExactly("head", "mayor");
    }

    @Test
    void linesThatGoInACircleEnd() {
        var circle =
                new LinesOfOneDay(Map.of("staff", "officer", "officer", "staff"), Map.of(), Map.of(), nip -> false);

        assertThat(circle.superiors("staff")).containsExactly("officer");
    }

    private static LinesOfOneDay day(Map<String, String> acting, Set<String> absent) {
        return new LinesOfOneDay(LINES, acting, Map.of(), absent::contains);
    }
}
