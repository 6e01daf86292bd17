package id.laras.gate;

import static id.laras.gate.Drawing.findings;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallsTests {

    private static String calling(String model) {
        return "start s\ncall c " + model + "\nend e\ns > c > e";
    }

    @Test
    void aModelDoesNotCallItself() {
        assertThat(findings("P", calling("P"))).containsExactly("CALLS_ITSELF c [c]");
    }

    @Test
    void noModelCallsItselfByWayOfAnother() {
        assertThat(findings("P", calling("Q"), "Q", "start s\ncall back P\nend e\ns > back > e"))
                .containsExactly("CALLS_ITSELF back [c, back]");
    }

    @Test
    void whatIsCalledIsInTheBook() {
        assertThat(findings("P", calling("Q"))).containsExactly("MODEL_MISSING c []");
    }

    @Test
    void twoModelsDoNotShareOneId() {
        var model = "start s\nend e\ns > e";
        assertThat(findings("P", model, "P", model)).containsExactly("MODEL_TWICE P []");
    }

    @Test
    void aFaultOfACalledModelIsToldOnce() {
        assertThat(findings("P", calling("Q"), "R", calling("Q"), "Q", "start s\nxor g\nend e\ns > g\ng > e : ${x}"))
                .containsExactly("NO_WAY g [s, g]");
    }

    @Test
    void anErrorOutOfACallIsCaughtOrToldOfItsCaller() {
        var failing = "start t\nend failed error lost\nt > failed";
        assertThat(findings("P", calling("Q") + "\non mend c error lost\nend f\nmend > f", "Q", failing))
                .containsExactly("DEAD_STEP e [s, c]");
        assertThat(findings("P", calling("Q"), "Q", failing)).contains("ERROR_UNCAUGHT failed [s, c, t, failed]");
    }
}
