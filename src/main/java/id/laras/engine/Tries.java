package id.laras.engine;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tries again what failed at nothing but its moment. Each try is a transaction of its own, of which nothing is left when it
 * fails, so that whatever is done is done once. Within a transaction or command of somebody else there is nothing to
 * repeat: that one fails as a whole.
 */
final class Tries {

    /** Somebody wins every collision: so many can meet at one person before anybody is sent away. */
    private static final int MOST = 20;

    /** A browser waits longer; whoever waited for a row for so long is told instead of waiting as long again. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int LONGEST_PAUSE_MILLIS = 100;

    private Tries() {}

    static <T> T of(Supplier<T> deed, Predicate<RuntimeException> collided) {
        if (TransactionSynchronizationManager.isActualTransactionActive() || Context.getCommandContext() != null) {
            return deed.get();
        }
        var begun = System.nanoTime();
        for (var tried = 1; ; tried++) {
            try {
                return deed.get();
            } catch (RuntimeException failure) {
                if (tried == MOST
                        || System.nanoTime() - begun > PATIENCE.toNanos()
                        || !collided.test(failure)
                        || !pause(tried)) {
                    throw failure;
                }
            }
        }
    }

    /** Of another length for each, so that those who met do not meet again. */
    private static boolean pause(int tried) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, Math.min(LONGEST_PAUSE_MILLIS, 10 << tried)));
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
