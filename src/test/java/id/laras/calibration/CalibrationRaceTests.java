package id.laras.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.ClosingScene;
import id.laras.LarasTest;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.steps.Step;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Evaluations come when they like; whatever coincides, none is lost and no meeting is called twice. */
@LarasTest
@Tag("database")
class CalibrationRaceTests {

    /** How long the later one gets the chance to overtake; the lock must hold it at least until then. */
    private static final int OVERTAKING_MILLIS = 300;

    @Autowired
    ApplicationContext context;

    @Autowired
    CalibrationService calibrations;

    @Autowired
    PlatformTransactionManager transactions;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void threadsEnd() {
        threads.shutdownNow();
    }

    @Test
    void theLastOfTwoThatJoinAtOnceSeesTheOtherAndCallsTheMeeting() throws Exception {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 2);
        var second = whileUncommitted(() -> join(scene, 1), () -> join(scene, 2));
        assertThat(second.unitComplete()).isTrue();
    }

    @Test
    void anAnnouncementWaitsForAnEvaluationThatIsJustJoining() throws Exception {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 2);
        var calibration = scene.calibrationId();
        var told = whileUncommitted(() -> join(scene, 1), () -> calibrations.close(calibration));
        assertThat(told).containsExactly(EvaluationId.of(scene.evaluationOf(1)));
    }

    @Test
    void anEvaluationThatComesWhileTheDecisionIsBeingWrittenPassesBy() throws Exception {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 1);
        var calibration = scene.calibrationId();
        var joined = whileUncommitted(
                () -> {
                    calibrations.decide(calibration, "sdm", List.of(), null);
                    return null;
                },
                () -> join(scene, 1));
        assertThat(joined.awaited()).isFalse();
    }

    @RepeatedTest(3)
    void twoEvaluationsWhoseJobsRunAtOnceCallTheMeetingOnce() throws Exception {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 2);
        var first = scene.arrive(1);
        var second = scene.arrive(2);
        atOnce(() -> scene.run(first), () -> scene.run(second));
        assertThat(scene.open(scene.calibrationId())).containsExactly(Step.CALIBRATE_UNIT);
        assertThat(scene.waitsForCalibration(1)).isTrue();
        assertThat(scene.waitsForCalibration(2)).isTrue();
    }

    @RepeatedTest(3)
    void anEvaluationThatJoinsDuringTheDecisionIsEitherToldOrPassesBy() throws Exception {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 2);
        var calibration = scene.calibrationId();
        scene.join(1);
        scene.run(scene.job(calibration));
        var late = scene.arrive(2);
        atOnce(
                () -> {
                    scene.answer(calibration, "sdm", Map.of("moves", List.of()));
                    scene.run(scene.job(calibration));
                },
                () -> scene.run(late));
        assertThat(scene.waitsForCalibration(1)).isFalse();
        assertThat(scene.waitsForCalibration(2)).isFalse();
        assertThat(scene.open(calibration)).isEmpty();
    }

    @RepeatedTest(3)
    void theDateAndTheLastEvaluationTogetherBeginOneMeeting() throws Exception {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 1);
        var calibration = scene.calibrationId();
        var date = scene.job(calibration);
        var last = scene.arrive(1);
        // The date may find the gateway left under its hands: the executor drops the timer then. The evaluation never
        // does.
        atOnce(() -> retried(scene, date), () -> scene.run(last));
        assertThat(scene.open(calibration)).containsExactly(Step.CALIBRATE_UNIT);
        assertThat(scene.waitsForCalibration(1)).isTrue();
    }

    @Test
    void theLastEvaluationIsNotTrippedUpByTheDateThatIsJustRinging() throws Exception {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 1);
        var calibration = scene.calibrationId();
        var date = scene.job(calibration);
        var last = scene.arrive(1);
        whileUncommitted(
                () -> {
                    scene.run(date);
                    return null;
                },
                () -> {
                    scene.run(last);
                    return null;
                });
        assertThat(scene.open(calibration)).containsExactly(Step.CALIBRATE_UNIT);
        assertThat(scene.waitsForCalibration(1)).isTrue();
    }

    private Joined join(ClosingScene scene, int number) {
        return calibrations.join(EvaluationId.of(scene.evaluationOf(number)));
    }

    /** Does the earlier thing, and lets the later one overtake it, if it can, before the earlier one commits. */
    private <T> T whileUncommitted(Callable<?> earlier, Callable<T> later) throws Exception {
        var done = new CountDownLatch(1);
        var result = new TransactionTemplate(transactions).execute(status -> {
            try {
                earlier.call();
                Future<T> overtaking = threads.submit(() -> {
                    done.countDown();
                    return later.call();
                });
                done.await();
                overtook(overtaking);
                return overtaking;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return result.get(20, TimeUnit.SECONDS);
    }

    private static void overtook(Future<?> overtaking) throws InterruptedException, ExecutionException {
        try {
            overtaking.get(OVERTAKING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It waits, as it should.
        }
    }

    private void atOnce(Runnable one, Runnable other) throws Exception {
        var barrier = new CyclicBarrier(2);
        var both = List.of(one, other).stream()
                .map(deed -> threads.submit(() -> {
                    barrier.await();
                    deed.run();
                    return null;
                }))
                .toList();
        for (var deed : both) {
            deed.get(30, TimeUnit.SECONDS);
        }
    }

    /** As the job executor does: a job that collided is run again, unless it is gone. */
    private static void retried(ClosingScene scene, Job job) {
        try {
            scene.run(job);
        } catch (ProcessEngineException | ConcurrencyFailureException e) {
            if (scene.isOpen(job)) {
                scene.run(job);
            }
        }
    }
}
