package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What only collided is tried again, and no more often than it helps. */
class TriesTests {

    private final LostRaces races = new LostRaces(List.of());
    private final AtomicInteger tried = new AtomicInteger();

    @Test
    void whateverOnlyCollidesIsTriedUntilItSucceeds() {
        List.of(
                        new OptimisticLockingException("ENGINE-03005"),
                        new OptimisticLockingFailureException("stale"),
                        new CannotAcquireLockException("deadlock"),
                        new DataIntegrityViolationException("twice", new SQLException("Duplicate", "23000", 1062)))
                .forEach(race -> {
                    tried.set(0);
                    assertThat(Tries.of(failing(race, 3), races::isCollision)).isEqualTo(4);
                });
    }

    /** MariaDB: too long a wait, a deadlock, a row changed since it was read; the same of H2. */
    @ParameterizedTest
    @ValueSource(ints = {1205, 1213, 1020, 50200, 40001, 90131})
    void theDatabaseSaysItInNumbers(int code) {
        var said = new IllegalStateException(new SQLException("held", "HY000", code));
        assertThat(Tries.of(failing(said, 1), LostRaces::isBusy)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1451, 1452, 23503, 23506})
    void whatItHungOnMayBeGoneMeanwhile(int code) {
        var said = new IllegalStateException(new SQLException("foreign key", "23000", code));
        assertThat(Tries.of(failing(said, 1), races::isCollision)).isEqualTo(2);
        assertThat(races.any(said)).as("no word of it where nobody tries again").isEmpty();
    }

    @Test
    void itEndsHoweverOftenItCollides() {
        var race = new OptimisticLockingException("ENGINE-03005");
        assertThatThrownBy(() -> Tries.of(failing(race, Integer.MAX_VALUE), races::isCollision))
                .isSameAs(race);
        assertThat(tried.get()).isBetween(2, 50);
    }

    @Test
    void anotherFailureIsNotRepeated() {
        var failure = new IllegalStateException(new SQLException("syntax", "42000", 1064));
        assertThatThrownBy(() -> Tries.of(failing(failure, 1), races::isCollision))
                .isSameAs(failure);
        assertThat(tried.get()).isOne();
    }

    @Test
    void whatSomebodyElseHasChangedIsNoMatterOfBusyRows() {
        assertThat(LostRaces.isBusy(new OptimisticLockingFailureException("stale")))
                .isFalse();
    }

    @Test
    void partOfAnotherTransactionIsLeftToThatOne() {
        var race = new OptimisticLockingException("ENGINE-03005");
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> Tries.of(failing(race, 1), races::isCollision))
                    .isSameAs(race);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(tried.get()).isOne();
    }

    /** Fails so many times, then tells how often it was tried. */
    private Supplier<Integer> failing(RuntimeException failure, int times) {
        return () -> {
            if (tried.incrementAndGet() <= times) {
                throw failure;
            }
            return tried.get();
        };
    }
}
