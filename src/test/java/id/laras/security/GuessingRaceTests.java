package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.TestPeople;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Sixty guesses at once, through a door that lets all of them in at the same time. */
@LarasTest
@Tag("database")
class GuessingRaceTests {

    private static final int GUESSES = 59;
    private static final Caller GUESSER = new Caller("203.0.113.60", null);

    @Autowired
    PasswordDoors doors;

    @Autowired
    DirectoryLogins directory;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    Clock clock;

    @Autowired
    TestPeople people;

    @Test
    void onlyTenOfSixtyAtOnceAreLookedAtAndTheRightOneIsNotAmongThem() throws Exception {
        var name = people.account("uji-" + UUID.randomUUID().toString().substring(0, 8));
        var slow = new SlowPasswords(GUESSES);
        var door = door(slow);
        var pool = Executors.newFixedThreadPool(GUESSES);
        for (var guess = 0; guess < GUESSES; guess++) {
            var password = "salah-" + guess;
            pool.submit(() -> {
                try {
                    door.authenticate(login(name, password));
                } catch (AuthenticationException e) {
                    // those who are told to wait come back at once, the others when they may go on
                    slow.met.countDown();
                }
            });
        }
        assertThat(slow.met.await(60, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> door.authenticate(login(name, TestPeople.PASSWORD)))
                .isInstanceOf(TooManyAttempts.class);

        slow.go.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(slow.asked).hasValue(10);
    }

    @Test
    void whoseTurnDidNotComeHasNotGuessed() throws Exception {
        var name = people.account("uji-" + UUID.randomUUID().toString().substring(0, 8));
        var slow = new SlowPasswords(1);
        var door = door(slow, new PasswordGate(1, 100, 100, Duration.ofMillis(1)));
        var pool = Executors.newSingleThreadExecutor();
        pool.submit(() -> door.authenticate(login(name, "salah")));
        assertThat(slow.met.await(60, TimeUnit.SECONDS)).isTrue();
        for (var call = 0; call < 20; call++) {
            assertThatThrownBy(() -> door.authenticate(login(name, TestPeople.PASSWORD)))
                    .isInstanceOfSatisfying(
                            TooManyAttempts.class,
                            busy -> assertThat(busy.problem().key()).isEqualTo("security.login.busy"));
        }
        slow.go.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(door.authenticate(login(name, TestPeople.PASSWORD)).isAuthenticated())
                .isTrue();
    }

    private PasswordDoor door(PasswordEncoder encoder) {
        return door(encoder, new PasswordGate(100, 100, 100, Duration.ofMinutes(1)));
    }

    private PasswordDoor door(PasswordEncoder encoder, PasswordGate gate) {
        var settings = TestLogins.settings(Map.of(), false);
        return new PasswordDoors(
                        doors.logins(),
                        gate,
                        doors.brake(),
                        doors.clients(),
                        doors.log(),
                        encoder,
                        settings,
                        directory,
                        clock)
                .forMachines();
    }

    private static UsernamePasswordAuthenticationToken login(String name, String password) {
        var login = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        login.setDetails(GUESSER);
        return login;
    }

    /** Answers to no wrong password before all guesses are on their way. */
    private final class SlowPasswords implements PasswordEncoder {

        final CountDownLatch met;
        final CountDownLatch go = new CountDownLatch(1);
        final AtomicInteger asked = new AtomicInteger();

        SlowPasswords(int guesses) {
            met = new CountDownLatch(guesses);
        }

        @Override
        public String encode(CharSequence raw) {
            return passwords.encode(raw);
        }

        @Override
        public boolean matches(CharSequence raw, String hash) {
            if (raw.toString().startsWith("salah")) {
                asked.incrementAndGet();
                met.countDown();
                try {
                    go.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return passwords.matches(raw, hash);
        }
    }
}
