package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.rules.Refusal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What two do at the same moment is done once. */
@LarasTest
@Tag("database")
class FourEyesRacesTests extends FourEyesScene {

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void twoWhoCloseEachOtherAtTheSameMomentDoNotBothSucceed() {
        alone(first, second);
        assertThat(atOnce(() -> fourEyes.close(second.account(), first), () -> fourEyes.close(first.account(), second)))
                .isEqualTo(1);
    }

    @Test
    void ofTwoDecisionsAtTheSameMomentOneHolds() {
        give(somebody, first, Role.HR);
        var change = onlyChange();
        var third = person(Role.ADMIN);
        assertThat(atOnce(() -> fourEyes.confirm(change, second), () -> {
                    fourEyes.refuse(change, third);
                    return null;
                }))
                .isEqualTo(1);
    }

    /** Else whoever made the code would be rid of the doubt and keep the password. */
    @Test
    void aCodeThatIsUsedWhileItIsTakenBackLeavesNoPassword() throws Exception {
        alone(first);
        var code = fourEyes.makeCode(hr.account(), first).code().orElseThrow().code();
        var reset = change("RESET");
        var pool = Executors.newSingleThreadExecutor();
        try {
            var takingBack = new TransactionTemplate(transactions).execute(uncommitted -> {
                accounts.useCode(hr.account(), code, "payung ungu di gunung");
                var running = pool.submit(() -> fourEyes.refuse(reset, first));
                overtakes(running);
                return running;
            });
            takingBack.get(20, TimeUnit.SECONDS);
        } finally {
            pool.shutdown();
        }
        assertThat(accounts.hasPassword(hr.account())).isFalse();
    }

    /** Gives it the time to be over before the transaction around this is, if it can. */
    private static void overtakes(Future<?> running) {
        try {
            running.get(300, TimeUnit.MILLISECONDS);
        } catch (TimeoutException waiting) {
            // as it should
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many of them succeed. */
    private static int atOnce(Callable<?>... deeds) {
        var barrier = new CyclicBarrier(deeds.length);
        var pool = Executors.newFixedThreadPool(deeds.length);
        try {
            var running = List.of(deeds).stream()
                    .map(deed -> pool.submit(() -> {
                        barrier.await();
                        try {
                            deed.call();
                            return 1;
                        } catch (Refusal refusal) {
                            return 0;
                        }
                    }))
                    .toList();
            var succeeded = 0;
            for (var one : running) {
                succeeded += one.get();
            }
            return succeeded;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }
}
