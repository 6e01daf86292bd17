package id.laras;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who do something at the same moment. */
public final class Races {

    private static final int OVERTAKING_MILLIS = 300;

    private Races() {}

    /** Does the earlier thing, and lets the later one overtake it, if it can, before the earlier one commits. */
    public static <T> T whileUncommitted(
            PlatformTransactionManager transactions, Callable<?> earlier, Callable<T> later) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            var begun = new CountDownLatch(1);
            var result = new TransactionTemplate(transactions).execute(status -> {
                try {
                    earlier.call();
                    Future<T> overtaking = thread.submit(() -> {
                        begun.countDown();
                        return later.call();
                    });
                    begun.await();
                    overtook(overtaking);
                    return overtaking;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            return result.get(20, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }
    }

    private static void overtook(Future<?> overtaking) throws InterruptedException {
        try {
            overtaking.get(OVERTAKING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // it waits, as it should, or has failed already
        }
    }
}
