package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How many passwords are checked at once, and what becomes of the others. */
class PasswordGateTests {

    @Test
    void ofAFloodOneIsCheckedFewWaitAndTheRestAreToldAtOnce() throws Exception {
        var gate = new PasswordGate(1, PasswordGate.PLACES, PasswordGate.PLACES_OF_ONE_ADDRESS, Duration.ofMinutes(1));
        var checking = new AtomicInteger();
        var most = new AtomicInteger();
        var checked = new AtomicInteger();
        var toldAtOnce = new CountDownLatch(190 - PasswordGate.PLACES_OF_ONE_ADDRESS);
        var pool = Executors.newFixedThreadPool(190);
        for (var call = 0; call < 190; call++) {
            pool.submit(() -> {
                try {
                    gate.pass(
                            "203.0.113.1",
                            () -> check(gate, () -> {
                                most.accumulateAndGet(checking.incrementAndGet(), Math::max);
                                await(toldAtOnce);
                                checking.decrementAndGet();
                                checked.incrementAndGet();
                            }));
                } catch (TooManyAttempts e) {
                    toldAtOnce.countDown();
                }
            });
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(1);
        assertThat(checked).hasValue(PasswordGate.PLACES_OF_ONE_ADDRESS);
    }

    @Test
    void aFloodFromOneAddressLeavesPlacesForOthersAndTheyAreGivenBack() throws Exception {
        var gate = new PasswordGate(2, 10, 8, Duration.ofMillis(1));
        var go = new CountDownLatch(1);
        var inside = new CountDownLatch(1);
        var pool = Executors.newSingleThreadExecutor();
        pool.submit(() -> gate.pass("203.0.113.1", () -> {
            inside.countDown();
            await(go);
            return "";
        }));
        await(inside);
        assertThat(gate.pass("203.0.113.2", () -> "in")).isEqualTo("in");
        go.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        for (var again = 0; again < 50; again++) {
            assertThat(gate.pass("203.0.113.1", () -> "in")).isEqualTo("in");
        }
    }

    @Test
    void aDirectoryThatHangsKeepsNobodyOutWhosePasswordIsHere() throws Exception {
        var gate = new PasswordGate(1, PasswordGate.PLACES, PasswordGate.PLACES_OF_ONE_ADDRESS, Duration.ofMillis(1));
        var answer = new CountDownLatch(1);
        var waiting = new CountDownLatch(6);
        var busy = new CountDownLatch(6);
        var pool = Executors.newFixedThreadPool(12);
        for (var call = 0; call < 12; call++) {
            pool.submit(() -> {
                try {
                    gate.pass(
                            "203.0.113.1",
                            () -> gate.askDirectory("203.0.113.1", () -> {
                                waiting.countDown();
                                await(answer);
                                return "";
                            }));
                } catch (TooManyAttempts e) {
                    busy.countDown();
                }
            });
        }
        await(waiting);
        await(busy);
        assertThat(gate.pass("203.0.113.1", () -> check(gate, () -> {})))
                .as("behind the same address")
                .isTrue();
        answer.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoseTurnDoesNotComeInTimeIsToldToComeAgain() throws Exception {
        var gate = new PasswordGate(1, 10, 8, Duration.ofMillis(1));
        var go = new CountDownLatch(1);
        var inside = new CountDownLatch(1);
        var pool = Executors.newSingleThreadExecutor();
        pool.submit(() -> check(gate, () -> {
            inside.countDown();
            await(go);
        }));
        await(inside);
        assertThatThrownBy(() -> check(gate, () -> {})).isInstanceOf(TooManyAttempts.class);
        go.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(check(gate, () -> {})).isTrue();
    }

    private static boolean check(PasswordGate gate, Runnable comparing) {
        return gate.fewAtOnce(new PasswordEncoder() {
                    @Override
                    public String encode(CharSequence raw) {
                        return raw.toString();
                    }

                    @Override
                    public boolean matches(CharSequence raw, String hash) {
                        comparing.run();
                        return true;
                    }
                })
                .matches("", "");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
