package id.laras.gate;

import static id.laras.gate.Drawing.findings;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitsAndJoinsTests {

    @Test
    void oneOfTwoWaysNeverFillsAParallelJoin() {
        assertThat(findings("P", """
                        start s
                        xor split
                        user a
                        user b
                        and join
                        end e
                        s > split
                        split > a : ${x}
                        split > b : default
                        a > join
                        b > join
                        join > e
                        """)).containsExactly("STUCK join [s, split, a]");
    }

    @Test
    void twoTokensComeOutOfAnExclusiveJoin() {
        assertThat(findings("P", twoWays("and", "xor")))
                .containsExactly("TWO_TOKENS next [s, split, a, b, join, next, join, next]");
    }

    @Test
    void aParallelJoinWaitsForBothWays() {
        assertThat(findings("P", twoWays("and", "and"))).isEmpty();
    }

    private static String twoWays(String split, String join) {
        return """
                start s
                %s split
                user a
                user b
                %s join
                user next
                end e
                s > split
                split > a > join
                split > b > join
                join > next > e
                """.formatted(split, join);
    }

    @Test
    void aStepIsNotBegunAgainWhileItRuns() {
        assertThat(findings("P", """
                        start s
                        and split
                        manual b
                        user a
                        end e
                        s > split > a > e
                        split > b > a
                        """)).containsExactly("TWO_TOKENS a [s, split, a, b, a]");
    }

    @Test
    void twoBranchesMayEndBesideOneAnother() {
        assertThat(findings("P", """
                        start s
                        and split
                        user a
                        user b
                        end e
                        end f
                        s > split > a > e
                        split > b > f
                        """)).isEmpty();
    }

    private static final String SOME = """
            start s
            or split
            user a
            user b
            or join
            end e
            s > split
            split > a : ${x}
            split > b : ${y}
            a > join
            b > join
            join > e
            """;

    @Test
    void anInclusiveJoinWaitsForWhatWasTaken() {
        assertThat(findings("P", SOME + "split > join : default")).isEmpty();
    }

    @Test
    void anInclusiveSplitNeedsAWayAsWell() {
        assertThat(findings("P", SOME)).containsExactly("NO_WAY split [s, split]");
    }

    @Test
    void aBranchThatEndsElsewhereWakesNoInclusiveJoin() {
        assertThat(findings("P", """
                        start s
                        and split
                        user a
                        user b
                        xor over
                        or join
                        end e
                        end f
                        s > split > a > join > e
                        split > b > over
                        over > join : ${x}
                        over > f : default
                        """)).containsExactly("STUCK join [s, split, a, b, join, over, f]");
    }

    @Test
    void ofEventsThatAreAwaitedTheFirstCounts() {
        assertThat(findings("P", """
                        start s
                        first which
                        catch due timer
                        receive ready
                        xor join
                        end e
                        s > which > due > join > e
                        which > ready > join
                        """)).isEmpty();
    }

    @Test
    void oneEventNeverFillsAParallelJoin() {
        assertThat(findings("P", """
                        start s
                        first which
                        catch due timer
                        catch ready message
                        and join
                        end e
                        s > which > due > join > e
                        which > ready > join
                        """)).containsExactly("STUCK join [s, which, due]");
    }

    @Test
    void anElementThatIsNotKnownIsAFinding() {
        assertThat(findings("P", "start s\nscript x\nend e\ns > x > e")).contains("NOT_KNOWN x []");
    }

    @Test
    void aModelBeginsSomewhere() {
        assertThat(findings("P", "user a\nend e\na > e")).containsExactly("NO_START P []");
    }
}
