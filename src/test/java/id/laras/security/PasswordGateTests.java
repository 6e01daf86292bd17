package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
    void fewAddressesDoNotKeepAPersonOnAnotherNetworkOut() throws Exception {
        var gate = new PasswordGate(1, PasswordGate.PLACES, PasswordGate.PLACES_OF_ONE_ADDRESS, Duration.ofMinutes(1));
        for (var flooders : List.of(
                IntStream.range(0, 4).mapToObj(at -> "203.0." + at + ".1").toList(),
                IntStream.range(0, 60).mapToObj(at -> "198.51.100." + at).toList(),
                IntStream.range(0, 60).mapToObj("20010db8%04x0000"::formatted).toList(),
                IntStream.range(0, 60).mapToObj("20010db80001%04x"::formatted).toList())) {
            var calls = flooders.size() * PasswordGate.PLACES_OF_ONE_ADDRESS;
            var arrived = new CountDownLatch(calls);
            var go = new CountDownLatch(1);
            var pool = Executors.newFixedThreadPool(calls);
            for (var call = 0; call < calls; call++) {
                var address = flooders.get(call % flooders.size());
                pool.submit(() -> {
                    try {
                        gate.pass(address, () -> {
                            arrived.countDown();
                            await(go);
                            return "";
                        });
                    } catch (TooManyAttempts e) {
                        arrived.countDown();
                    }
                });
            }
            await(arrived);
            if (flooders.get(0).startsWith("20010db80000")) {
                // sixty networks are no longer few
                assertThatThrownBy(() -> gate.pass("192.0.2.7", () -> "in")).isInstanceOf(TooManyAttempts.class);
            } else {
                assertThat(gate.pass("192.0.2.7", () -> "in"))
                        .as(flooders.get(0))
                        .isEqualTo("in");
            }
            go.countDown();
            pool.shutdown();
            assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void networksTakeTurnsAmongThoseWhoWait() throws Exception {
        var gate = new PasswordGate(1, PasswordGate.PLACES, PasswordGate.PLACES_OF_ONE_ADDRESS, Duration.ofMinutes(1));
        var order = Collections.synchronizedList(new ArrayList<String>());
        var go = new CountDownLatch(1);
        var inside = new CountDownLatch(12);
        var pool = Executors.newFixedThreadPool(13);
        for (var call = 0; call < 12; call++) {
            var address = "203.0." + call % 2 + ".1";
            pool.submit(() -> gate.pass(address, () -> {
                inside.countDown();
                return check(gate, () -> {
                    await(go);
                    order.add(address);
                });
            }));
        }
        await(inside);
        // one is being checked, and one of the other network waits
        waitFor(gate, 1);
        pool.submit(() -> gate.pass("192.0.2.7", () -> check(gate, () -> order.add("person"))));
        waitFor(gate, 2);
        go.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(order).hasSize(13);
        assertThat(order.indexOf("person")).isLessThanOrEqualTo(2);
    }

    private static void waitFor(PasswordGate gate, int waiting) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (gate.waiting() < waiting && System.nanoTime() < end) {
            Thread.onSpinWait();
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
