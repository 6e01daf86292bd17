package id.laras.feedback;

import static id.laras.feedback.Relation.PEER;
import static id.laras.feedback.Relation.SUBORDINATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import id.laras.feedback.RespondentChoice.Colleague;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RespondentChoiceTests {

    private static final List<Colleague> TEAM = team(1, 6);
    private static final List<Colleague> PEOPLE = team(11, 3);

    @Test
    void peersAreTakenAfterTheEmployeesOwnNumberAndGoingRound() {
        assertThat(choose("p5", TEAM, PEOPLE, Set.of("p5")))
                .containsOnly(
                        entry("p6", PEER), entry("p1", PEER), entry("p11", SUBORDINATE), entry("p12", SUBORDINATE));
    }

    @Test
    void everyMemberOfATeamIsAskedEquallyOften() {
        var asked = new HashMap<String, Integer>();
        for (var member : TEAM) {
            choose(member.nip(), TEAM, PEOPLE, Set.of(member.account()))
                    .forEach((account, relation) -> asked.merge(account, relation == PEER ? 1 : 0, Integer::sum));
        }
        PEOPLE.forEach(subordinate -> asked.remove(subordinate.account()));
        assertThat(asked).hasSize(6);
        assertThat(asked.values()).containsOnly(2);
    }

    @Test
    void nobodyIsAskedAboutHimselfOrAboutWhomHeJudges() {
        assertThat(choose("p1", TEAM, PEOPLE, Set.of("p1", "p2", "p11")))
                .doesNotContainKeys("p1", "p2", "p11")
                .containsKeys("p3", "p4");
    }

    @Test
    void whoHasNoAccountIsNotAsked() {
        var team = List.of(new Colleague("p2", null), new Colleague("p3", " "), new Colleague("p4", "p4"));
        assertThat(choose("p1", team, PEOPLE, Set.of("p1"))).containsKey("p4").hasSize(3);
    }

    @Test
    void furtherPeersTakeThePlaceOfMissingSubordinatesSoThatTheMinimumCanBeReached() {
        assertThat(choose("p1", TEAM, List.of(), Set.of("p1")))
                .containsOnly(entry("p2", PEER), entry("p3", PEER), entry("p4", PEER));
    }

    @Test
    void whoHasNoColleaguesIsRatedWithoutThem() {
        assertThat(choose("p1", List.of(TEAM.get(0)), List.of(), Set.of("p1"))).isEmpty();
    }

    @Test
    void anAgencyThatAsksNoPeersAsksNone() {
        var choice = new RespondentChoice(new FeedbackSettings(0, 2, 3));
        assertThat(choice.choose("p1", TEAM, PEOPLE, Set.of("p1"))).containsOnlyKeys("p12", "p11");
    }

    private static Map<String, Relation> choose(
            String nip, List<Colleague> peers, List<Colleague> subordinates, Set<String> never) {
        return new RespondentChoice(new FeedbackSettings(2, 2, 3)).choose(nip, peers, subordinates, never);
    }

    private static List<Colleague> team(int first, int size) {
        return IntStream.range(first, first + size)
                .mapToObj(number -> new Colleague("p" + number, "p" + number))
                .toList();
    }
}
