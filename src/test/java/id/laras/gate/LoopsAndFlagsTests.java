package id.laras.gate;

import static id.laras.gate.Drawing.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class LoopsAndFlagsTests {

    @Test
    void aLoopWithoutAWayOutIsEndless() {
        assertThat(findings("P", """
                        start s
                        xor join
                        service a
                        s > join > a > join
                        """)).containsExactly("ENDLESS join [s, join, a, join]");
    }

    @Test
    void aLoopWithAWayOutIsSound() {
        assertThat(findings("P", loop("service a"))).isEmpty();
    }

    @Test
    void aLoopThatNothingChangesIsEndless() {
        assertThat(findings("P", loop("xor a"))).containsExactly("ENDLESS b [s, a, b, a, b]");
    }

    private static String loop(String within) {
        return """
                start s
                %s
                xor b
                end e
                s > a > b
                b > e : ${done}
                b > a : default
                """.formatted(within);
    }

    private static String askedTwice(String between, String second) {
        return """
                start s
                xor g
                end no
                %s
                xor again
                user a
                end e
                end f
                s > g
                g > x : ${flag}
                g > no : default
                x > again
                again > a : %s
                again > f : default
                a > e
                """.formatted(between, second);
    }

    @Test
    void aStepBehindContradictoryFlagsIsDead() {
        assertThat(findings("P", askedTwice("xor x", "${!flag}"))).containsExactly("DEAD_STEP a [s, g, x, again]");
    }

    @Test
    void aStepInBetweenMaySetTheFlagAnew() {
        assertThat(findings("P", askedTwice("service x", "${!flag}"))).isEmpty();
        assertThat(findings("P", askedTwice("throw x", "${!flag}"))).isEmpty();
    }

    @Test
    void aFlagAskedTwiceIsAnsweredAlike() {
        var twice = """
                start s
                xor g
                end no
                %s
                xor again
                end e
                s > g
                g > x : ${flag}
                g > no : ${!flag}
                x > again
                again > e : ${flag}
                """;
        assertThat(findings("P", twice.formatted("xor x"))).isEmpty();
        assertThat(findings("P", twice.formatted("user x"))).containsExactly("NO_WAY again [s, g, x, again]");
    }

    @Test
    void aGatewayWithoutDefaultFlowIsLeftWithoutAWay() {
        assertThat(findings("P", choice("${x}", "${y}"))).containsExactly("NO_WAY g [s, g]");
        assertThat(findings("P", choice("${x}", "${x}"))).containsExactly("NO_WAY g [s, g]");
        assertThat(findings("P", choice("${n == 1}", "${n != 1}"))).containsExactly("NO_WAY g [s, g]");
    }

    @Test
    void aComplementaryPairNeedsNoDefaultFlow() {
        assertThat(findings("P", choice("${x}", "${!x}"))).isEmpty();
        assertThat(findings("P", choice("#{ not x }", "${ x }"))).isEmpty();
        assertThat(findings("P", choice("${x == true}", "${x != true}"))).isEmpty();
        assertThat(findings("P", choice("${x eq false}", "${x}"))).isEmpty();
    }

    private static String choice(String one, String other) {
        return """
                start s
                xor g
                user a
                end e
                end f
                s > g
                g > a : %s
                g > f : %s
                a > e
                """.formatted(one, other);
    }

    @Test
    void aStepWithoutAWayToItIsDead() {
        assertThat(findings("P", "start s\nend e\nuser a\nend f\ns > e\na > f")).containsExactly("DEAD_STEP a []");
    }

    @Test
    void aModelOverTheBoundIsTooLarge() {
        var lines = new StringBuilder("start s\nand split\nand join\nend e\ns > split\njoin > e\n");
        for (var branch = 0; branch < 12; branch++) {
            lines.append("user a%1$d\nuser b%1$d\nsplit > a%1$d > b%1$d > join\n".formatted(branch));
        }
        assertThat(findings("P", lines.toString())).containsExactly("TOO_LARGE P []");
    }

    @Test
    void theBoundIsOfAllModelsTogether() {
        var model = "start s\nuser a\nend e\ns > a > e";
        assertThat(Prover.prove(Drawing.book("P", model), 6).findings()).isEmpty();
        assertThat(Prover.prove(Drawing.book("P", model, "Q", model), 6).findings())
                .extracting(Finding::model, Finding::rule)
                .containsExactly(tuple("Q", Rule.TOO_LARGE));
    }

    @Test
    void aStepForManyMayBeForNobody() {
        var failing = """
                start s
                sub a%s {
                start t
                end failed error lost
                t > failed
                }
                on mend a error lost
                user b
                end e
                end f
                s > a > b > e
                mend > f
                """;
        assertThat(findings("P", failing.formatted(""))).containsExactly("DEAD_STEP b [s, a]");
        assertThat(findings("P", failing.formatted(" many"))).isEmpty();
    }

    @Test
    void aStepForManyHasOneTokenBehindIt() {
        assertThat(findings("P", """
                        start s
                        user a many
                        on late a timer
                        xor join
                        end e
                        s > a > join > e
                        late > join
                        """)).isEmpty();
    }
}
