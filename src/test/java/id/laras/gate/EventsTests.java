package id.laras.gate;

import static id.laras.gate.Drawing.findings;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventsTests {

    private static String timer(String how, String join) {
        return """
                start s
                user a
                on late a timer%s
                service remind
                %s join
                end e
                s > a > join > e
                late > remind > join
                """.formatted(how, join);
    }

    @Test
    void aTimerThatInterruptsLeavesOneToken() {
        assertThat(findings("P", timer("", "xor"))).isEmpty();
        assertThat(findings("P", timer("", "and"))).containsExactly("STUCK join [s, a]");
    }

    @Test
    void aTimerBesideItsStepMakesASecondToken() {
        assertThat(findings("P", timer(" beside", "xor")))
                .containsExactly("TWO_TOKENS join_e [s, a, late, remind, join, join]");
    }

    @Test
    void aTimerThatMayNotFireFillsNoJoin() {
        assertThat(findings("P", timer(" beside", "and"))).containsExactly("STUCK join [s, a]");
    }

    @Test
    void aTimerBesideItsStepMayEndByItself() {
        assertThat(findings("P", """
                        start s
                        user a
                        on late a timer beside
                        service remind
                        end e
                        end reminded
                        s > a > e
                        late > remind > reminded
                        """)).isEmpty();
    }

    private static String waiting(String start) {
        return """
                start s
                and split
                user a
                user b
                xor g
                end f
                and join
                end e
                s > split > a > join > e
                split > b > g
                g > join : ${x}
                g > f : default
                eventsub other {
                %s
                user c
                end d
                begun > c > d
                }
                """.formatted(start);
    }

    @Test
    void anEventThatInterruptsEndsAllBesideIt() {
        assertThat(findings("P", waiting("start begun message"))).isEmpty();
    }

    @Test
    void anEventBesideDoesNotEndADeadlock() {
        assertThat(findings("P", waiting("start begun message beside")))
                .contains("STUCK join [s, split, a, b, g, f, other]");
    }

    private static String failing(String thrown, String caught) {
        return """
                start s
                sub inner {
                start t
                user a
                xor g
                end done
                end failed error %s
                t > a > g
                g > done : default
                g > failed : ${x}
                }
                on mend inner error%s
                xor join
                end e
                s > inner > join > e
                mend > join
                """.formatted(thrown, caught);
    }

    @Test
    void anErrorIsCaughtByItsCodeOrByAll() {
        assertThat(findings("P", failing("lost", " lost"))).isEmpty();
        assertThat(findings("P", failing("lost", ""))).isEmpty();
    }

    @Test
    void anErrorOfAnotherCodeGoesUncaught() {
        assertThat(findings("P", failing("lost", " late")))
                .containsExactly("ERROR_UNCAUGHT failed [s, inner, t, a, g, failed]");
    }

    @Test
    void anErrorThatNobodyThrowsIsWaitedForInVain() {
        assertThat(findings("P", failing("lost", " late").replace("user a", "manual a")))
                .contains("DEAD_STEP mend [s, inner]");
    }

    @Test
    void anEventSubProcessCatchesAnError() {
        assertThat(findings("P", """
                        start s
                        user a
                        end failed error lost
                        s > a > failed
                        eventsub mend {
                        start begun error lost
                        user c
                        end d
                        begun > c > d
                        }
                        """)).isEmpty();
    }

    @Test
    void anEscalationGoesToTheCallerWhoGoesOn() {
        assertThat(findings("P", """
                        start s
                        sub inner {
                        start t
                        throw tell escalation late
                        end done
                        t > tell > done
                        }
                        on told inner escalation late beside
                        end e
                        end f
                        s > inner > e
                        told > f
                        """)).isEmpty();
    }

    @Test
    void aTerminateEndTakesTheOthersAway() {
        assertThat(findings("P", """
                        start s
                        and split
                        user a
                        user b
                        end e
                        end all terminate
                        s > split > a > e
                        split > b > all
                        """)).isEmpty();
    }

    @Test
    void aLinkLeadsToItsOtherSide() {
        var model = "start s\nthrow out link x\ncatch in link %s\nend e\ns > out\nin > e";
        assertThat(findings("P", model.formatted("x"))).isEmpty();
        assertThat(findings("P", model.formatted("y"))).containsExactly("LINK_MISSING out []");
    }

    @Test
    void aSignalIsNotKnown() {
        assertThat(findings("P", "start s\ncatch c signal\nend e\ns > c > e")).containsExactly("NOT_KNOWN c []");
    }
}
