package id.laras.bench;

import com.zaxxer.hikari.HikariDataSource;
import id.laras.cycle.process.EvaluationProcess;
import id.laras.lifecycle.EngineWalker;
import id.laras.steps.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The yardstick: the same engine with the same models on tables of the same make, whose delegates and listeners do
 * nothing but set the flags that the gateways behind them need.
 */
final class BareEngine implements Contender {

    private static final Map<String, Object> VARIABLES = Map.of(
            "employee", "staf",
            "assessor", "kabid",
            "superior", "kadis",
            "employeeName", "Budi Santoso",
            "targetsDue", "2026-01-31T23:59:59+07:00",
            "assessmentOpens", "2099-12-01T00:00:00+07:00",
            "feedbackCloses", "2099-12-15T23:59:59+07:00",
            "assessmentDue", "2099-12-31T23:59:59+07:00",
            "objectionPeriod", "P14D",
            "decisionPeriod", "P14D");

    private final HikariDataSource source;
    private final ProcessEngine engine;
    private final TransactionTemplate transactions;

    BareEngine(HikariDataSource source) throws java.io.IOException {
        this.source = source;
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(source);
        configuration.setTransactionManager(new DataSourceTransactionManager(source));
        configuration.setDatabaseType("mysql");
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setHistory("full");
        configuration.setHistoryTimeToLive("P1825D");
        configuration.setProcessEngineName("bare");
        configuration.setMetricsEnabled(false);
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(new HashMap<>());
        configuration.setExpressionManager(BareBeans.expressions());
        configuration.setDeploymentResources(
                new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*"));
        this.transactions = new TransactionTemplate(configuration.getTransactionManager());
        this.engine = configuration.buildProcessEngine();
    }

    @Override
    public String name() {
        return "bare engine";
    }

    @Override
    public int open(int count, int batch, ExecutorService threads) throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        for (var from = 0; from < count; from += batch) {
            var size = Math.min(batch, count - from);
            work.add(() -> {
                transactions.executeWithoutResult(status -> {
                    for (var i = 0; i < size; i++) {
                        start();
                    }
                });
                return null;
            });
        }
        startCalibration("unit-" + UUID.randomUUID());
        for (var done : threads.invokeAll(work)) {
            done.get();
        }
        return count;
    }

    @Override
    public List<String> prepare(int count) {
        List<String> keys = new ArrayList<>();
        for (var i = 0; i < count; i++) {
            keys.add(start());
            startCalibration(keys.get(i));
        }
        return keys;
    }

    private String start() {
        var key = UUID.randomUUID().toString();
        engine.getRuntimeService().startProcessInstanceByKey(EvaluationProcess.KEY, key, VARIABLES);
        return key;
    }

    private void startCalibration(String key) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "Calibration",
                        "calibration-" + key,
                        Map.of("unitName", "Bidang", "calibrationDue", "2099-12-31T23:59:59+07:00"));
    }

    @Override
    public void walk(String key) {
        var walker = new EngineWalker(engine);
        walker.end(key, Step.DRAFT_TARGETS, Map.of());
        walker.end(key, Step.APPROVE_TARGETS, Map.of("targetsApproved", true));
        walker.ring(key, "TimerCatch_CheckInDue");
        walker.end(key, Step.CHECK_IN, Map.of());
        walker.end(key, Step.GIVE_CHECK_IN_FEEDBACK, Map.of());
        walker.ring(key, "BoundaryTimer_AssessmentOpens");
        walker.end(key, Step.ASSESS_SELF, Map.of());
        walker.tasks(key, Step.GIVE_FEEDBACK)
                .forEach(task -> engine.getTaskService().complete(task.getId()));
        walker.ring(key, "TimerCatch_FeedbackCloses");
        walker.end(key, Step.RATE_EMPLOYEE, Map.of());
        walker.runJobs(key);
        walker.end(key, Step.REVIEW_RESULT, Map.of("objectionRaised", false));
        walker.runJobs(key);
        var calibration = "calibration-" + key;
        engine.getRuntimeService()
                .createMessageCorrelation("calibration.unitReady")
                .processInstanceBusinessKey(calibration)
                .correlate();
        claimAndEnd(walker, calibration, Step.CALIBRATE_UNIT, Map.of());
        walker.runJobs(calibration);
        engine.getRuntimeService()
                .createMessageCorrelation("calibration.decided")
                .processInstanceBusinessKey(key)
                .correlate();
        walker.runJobs(key);
        walker.end(key, Step.CONFIRM_RESULT, Map.of());
        walker.runJobs(key);
        walker.end(
                key,
                Step.PLAN_DEVELOPMENT,
                Map.of("trainingPlanned", false, "coachingPlanned", false, "rewardProposed", true));
        walker.end(key, Step.NOMINATE_REWARD, Map.of());
        claimAndEnd(walker, key, Step.DECIDE_REWARD, Map.of("rewardGranted", true));
        if (!walker.tasks(key).isEmpty()) {
            throw new IllegalStateException("The bare lifecycle did not end: " + walker.tasks(key));
        }
    }

    private void claimAndEnd(EngineWalker walker, String key, Step step, Map<String, Object> flags) {
        engine.getTaskService().claim(walker.task(key, step).getId(), "sdm");
        walker.end(key, step, flags);
    }

    @Override
    public void close() {
        engine.close();
        source.close();
    }
}
