package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.laras.LarasTest;
import id.laras.TestPeople;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** How long a guesser waits, and that nobody else does. Settings as delivered, a clock of its own. */
@LarasTest
@Tag("database")
class LoginBrakeTests {

    private static final AtomicInteger PLACES = new AtomicInteger();

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestPeople people;

    Instant now = Instant.parse("2026-03-02T01:00:00Z");
    String name;
    KnownClients clients;
    Clock clock;
    LoginBrake brake;

    @BeforeEach
    void arrive() {
        name = people.account("uji-" + UUID.randomUUID().toString().substring(0, 8), Role.ADMIN);
        clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        clients = new KnownClients(database, clock, new WebSettings(false, Duration.ZERO, Set.of()));
        brake = new LoginBrake(database, transactions, clients, TestLogins.settings(Map.of(), false), clock);
    }

    @Test
    void oneClientWaitsTwiceAsLongEachTimeAndAQuarterOfAnHourAtMost() {
        var guesser = somewhere();
        for (var guess = 0; guess < 10; guess++) {
            assertThat(wait(name, guesser)).isZero();
        }
        for (var seconds : new long[] {30, 60, 120, 240, 480, 900, 900}) {
            assertThat(wait(name, guesser)).isEqualTo(seconds);
            assertThat(wait(name, guesser)).as("asking costs nothing").isEqualTo(seconds);
            now = now.plusSeconds(seconds);
            assertThat(wait(name, guesser)).isZero();
        }
        now = now.plus(Duration.ofDays(1));
        assertThat(wait(name, guesser)).as("another day").isZero();
        assertThat(wait(name, guesser)).isZero();
    }

    @Test
    void aRightPasswordThatMeetsOthersAtItsCountsIsStillRight() {
        var meetings = new AtomicInteger(3);
        var meeting = new PlatformTransactionManager() {
            @Override
            public TransactionStatus getTransaction(TransactionDefinition asked) {
                if (meetings.getAndDecrement() > 0) {
                    throw new CannotAcquireLockException("deadlock");
                }
                return transactions.getTransaction(asked);
            }

            @Override
            public void commit(TransactionStatus status) {
                transactions.commit(status);
            }

            @Override
            public void rollback(TransactionStatus status) {
                transactions.rollback(status);
            }
        };
        var busy = new LoginBrake(database, meeting, clients, TestLogins.settings(Map.of(), false), clock);
        var guesser = somewhere();
        for (var guess = 0; guess < 10; guess++) {
            wait(name, guesser);
        }
        now = now.plusSeconds(30);
        var attempt = brake.begin(name, guesser);
        busy.right(attempt);
        assertThat(meetings.get()).isNegative();
        assertThat(wait(name, guesser)).as("counted anew").isZero();
        assertThat(wait(name, guesser)).isZero();
    }

    @Test
    void aGuessingColleagueHoldsANewBrowserUpForAMinuteAtMost() {
        var office = somewhere();
        clients.rememberAddress(name, office);
        for (var guess = 0; guess < 10; guess++) {
            assertThat(wait(name, office)).isZero();
        }
        for (var seconds : new long[] {30, 60, 60, 60}) {
            assertThat(wait(name, new Caller(office.address(), "another's"))).isEqualTo(seconds);
            now = now.plusSeconds(seconds);
            assertThat(wait(name, office)).isZero();
        }
    }

    @Test
    void aKnownBrowserKeepsItsRuleAndIsNotSlowedByItsAddress() {
        var office = somewhere();
        var desk = new Caller(office.address(), knownBrowser(office));
        for (var guess = 0; guess < 10; guess++) {
            wait(name, office);
        }
        for (var guess = 0; guess < 10; guess++) {
            assertThat(wait(name, desk)).isZero();
        }
        for (var seconds : new long[] {30, 60, 120, 240, 480, 900, 900}) {
            assertThat(wait(name, desk)).isEqualTo(seconds);
            now = now.plusSeconds(seconds);
            assertThat(wait(name, desk)).isZero();
        }
    }

    /** The cookie of a browser with which the person came in. */
    private String knownBrowser(Caller from) {
        clients.rememberAddress(name, from);
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(from.address());
        var response = new MockHttpServletResponse();
        clients.rememberBrowser(name, request, response);
        return response.getCookie(KnownClients.COOKIE).getValue();
    }

    @Test
    void guessesFromAThousandPlacesStopNobodyWhereTheyCameInBefore() {
        var office = somewhere();
        clients.rememberAddress(name, office);
        for (var guess = 0; guess < 1000; guess++) {
            wait(name, somewhere());
        }
        assertThat(wait(name, office)).isZero();
        assertThat(wait(name, somewhere())).as("others are only slowed").isBetween(1L, 10L);
        now = now.plusSeconds(10);
        assertThat(wait(name, somewhere())).isZero();
    }

    @Test
    void anAddressThatTriesManyNamesIsSlowedForThoseWhoDoNotKnowIt() {
        var office = somewhere();
        clients.rememberAddress(name, office);
        for (var guess = 0; guess < 50; guess++) {
            assertThat(wait("tidak-ada-" + UUID.randomUUID(), office)).isZero();
        }
        for (var seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(wait("tidak-ada-" + UUID.randomUUID(), office)).isEqualTo(seconds);
            now = now.plusSeconds(seconds);
            assertThat(wait("tidak-ada-" + UUID.randomUUID(), office)).isZero();
        }
        assertThat(wait(name, office)).isZero();
        assertThat(wait("tidak-ada-" + UUID.randomUUID(), somewhere())).isZero();
        now = now.plus(Duration.ofHours(1));
        assertThat(wait("tidak-ada-" + UUID.randomUUID(), office)).isZero();
        assertThat(wait("tidak-ada-" + UUID.randomUUID(), office)).isZero();
    }

    @Test
    void aLineWithManyAddressesIsOnePlace() {
        var line = "2001:db8:" + Integer.toHexString(PLACES.incrementAndGet()) + ":7:";
        for (var guess = 0; guess < 10; guess++) {
            assertThat(wait(name, new Caller(line + "0:0:0:" + Integer.toHexString(guess + 1), null)))
                    .isZero();
        }
        assertThat(wait(name, new Caller(line + ":ffff", null))).isEqualTo(30);
    }

    @Test
    void aRightPasswordBeginsAnewAndWhatNobodyLookedAtCountsNowhere() {
        var desk = somewhere();
        for (var guess = 0; guess < 9; guess++) {
            brake.begin(name, desk);
        }
        brake.right(brake.begin(name, desk));
        for (var guess = 0; guess < 40; guess++) {
            brake.unchecked(brake.begin(name, desk));
        }
        for (var guess = 0; guess < 10; guess++) {
            assertThat(wait(name, desk)).isZero();
        }
        assertThat(wait(name, desk)).isEqualTo(30);
    }

    @Test
    void aClockThatIsPutBackLocksNobodyOut() {
        var desk = somewhere();
        for (var guess = 0; guess < 11; guess++) {
            wait(name, desk);
        }
        now = now.minus(Duration.ofDays(400));
        assertThat(wait(name, desk)).isZero();
    }

    @Test
    void aNodeWhoseClockIsSomeSecondsBehindCountsOnTheSameRow() {
        var guesser = somewhere();
        wait(name, guesser);
        now = now.minusSeconds(30);
        for (var guess = 1; guess < 10; guess++) {
            assertThat(wait(name, guesser)).isZero();
        }
        assertThat(wait(name, guesser)).isEqualTo(30);
    }

    @Test
    void sixtyAtOnceAreCountedOneByOne() throws Exception {
        var guesser = somewhere();
        var counted = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(20);
        for (var guess = 0; guess < 60; guess++) {
            pool.submit(() -> {
                if (wait(name, guesser) == 0) {
                    counted.incrementAndGet();
                }
            });
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(counted).hasValue(10);
    }

    @Test
    void theTablesTellNeitherNamesNorAddresses() {
        var desk = somewhere();
        wait(name, desk);
        clients.rememberAddress(name, desk);
        assertThatCode(() -> wait("x".repeat(100_000), desk)).doesNotThrowAnyException();
        assertThat(database.sql("select id from login_count")
                        .query(String.class)
                        .list())
                .allMatch(id -> id.matches("[0-9a-f]{64}"));
        assertThat(database.sql("select client from known_client where account_name = ?")
                        .param(name)
                        .query(String.class)
                        .list())
                .hasSize(1)
                .allMatch(client -> client.matches("[0-9a-f]{64}"));
    }

    /** Seconds that one has to wait; 0 when the attempt was counted. */
    private long wait(String account, Caller caller) {
        try {
            brake.begin(account, caller);
            return 0;
        } catch (TooManyAttempts e) {
            return e.seconds();
        }
    }

    /** A place where nobody has been. */
    private static Caller somewhere() {
        var number = PLACES.incrementAndGet();
        return new Caller("10.77." + number / 256 + "." + number % 256, null);
    }
}
