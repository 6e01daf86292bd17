package id.laras.feedback;

import static id.laras.feedback.Relation.PEER;
import static id.laras.feedback.Relation.SUBORDINATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RespondentChoiceTests {

    private static final List<String> TEAM = team(1, 6);
    private static final List<String> PEOPLE = team(11, 3);

    private final Random lots = new Random(7);

    @Test
    void asManyAsTheAgencyWantsAreAskedOfEach() {
        assertThat(choose(TEAM, PEOPLE, Set.of("p5")).values())
                .containsExactlyInAnyOrder(PEER, PEER, SUBORDINATE, SUBORDINATE);
    }

    @Test
    void nobodyCanForetellWhoIsAsked() {
        var pairs = new HashSet<Set<String>>();
        var asked = new HashMap<String, Integer>();
        for (int i = 0; i < 1000; i++) {
            // two peers of five and the only subordinate make the three that are wanted at least
            var chosen = choose(TEAM, List.of("p11"), Set.of("p5")).keySet();
            pairs.add(Set.copyOf(chosen));
            chosen.forEach(account -> asked.merge(account, 1, Integer::sum));
        }
        assertThat(pairs).as("each two of five peers, with the one subordinate").hasSize(10);
        asked.remove("p11");
        assertThat(asked).hasSize(5);
        assertThat(asked.values()).allSatisfy(times -> assertThat(times).isBetween(320, 480));
    }

    @Test
    void nobodyIsAskedAboutThemselvesOrWhomTheyRate() {
        assertThat(choose(TEAM, PEOPLE, Set.of("p1", "p2", "p11")))
                .doesNotContainKeys("p1", "p2", "p11")
                .hasSize(4);
    }

    @Test
    void whoHasNoAccountIsNotAsked() {
        assertThat(choose(Arrays.asList(null, " ", "p4"), PEOPLE, Set.of("p1")))
                .containsKey("p4")
                .hasSize(3);
    }

    @Test
    void furtherPeersReplaceMissingSubordinatesToReachTheMinimum() {
        assertThat(choose(TEAM, List.of(), Set.of("p1")).values()).containsExactly(PEER, PEER, PEER);
    }

    @Test
    void whoHasNoColleaguesIsRatedWithoutThem() {
        assertThat(choose(TEAM.subList(0, 1), List.of(), Set.of("p1"))).isEmpty();
    }

    @Test
    void furtherSubordinatesTakeThePlaceOfMissingPeers() {
        assertThat(choose(List.of(), PEOPLE, Set.of("p1")).values())
                .containsExactly(SUBORDINATE, SUBORDINATE, SUBORDINATE);
        assertThat(choose(TEAM.subList(0, 1), PEOPLE, Set.of()).values())
                .containsExactlyInAnyOrder(PEER, SUBORDINATE, SUBORDINATE);
    }

    @Test
    void belowTheMinimumNobodyIsAsked() {
        assertThat(choose(TEAM.subList(0, 1), PEOPLE.subList(0, 1), Set.of())).isEmpty();
        assertThat(choose(TEAM.subList(0, 3), List.of(), Set.of("p1"))).isEmpty();
    }

    @Test
    void anAgencyThatAsksNoPeersAsksNone() {
        var choice = new RespondentChoice(new FeedbackSettings(0, 2, 3), lots);
        assertThat(choice.choose(TEAM, PEOPLE, Set.of("p1")))
                .hasSize(3)
                .allSatisfy((account, relation) -> assertThat(PEOPLE).contains(account));
        assertThat(choice.choose(TEAM, PEOPLE.subList(0, 2), Set.of("p1"))).isEmpty();
    }

    private Map<String, Relation> choose(List<String> peers, List<String> subordinates, Set<String> never) {
        return new RespondentChoice(new FeedbackSettings(2, 2, 3), lots).choose(peers, subordinates, never);
    }

    private static List<String> team(int first, int size) {
        return IntStream.range(first, first + size)
                .mapToObj(number -> "p" + number)
                .toList();
    }
}
