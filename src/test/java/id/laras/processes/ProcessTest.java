package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Walks one evaluation through the models: people complete tasks, time passes, jobs run, all when a test says so. */
abstract class ProcessTest {

    static final String EVALUATION = "evaluation-1";
    static final String OPENED = "2026-01-05T08:00:00+07:00";
    static final String TARGETS_DUE = "2026-01-31T23:59:59+07:00";
    static final String ASSESSMENT_OPENS = "2026-12-01T00:00:00+07:00";
    static final String FEEDBACK_CLOSES = "2026-12-10T23:59:59+07:00";
    static final String FEEDBACK_CLOSED = "2026-12-11T00:00:00+07:00";
    static final String ASSESSMENT_DUE = "2026-12-15T23:59:59+07:00";
    static final String ASSESSMENT_OVER = "2026-12-16T00:00:00+07:00";

    final ProcessEngine engine = InMemoryEngine.shared().buildProcessEngine();
    final RuntimeService runtime = engine.getRuntimeService();
    final Stubs stubs = new Stubs();

    private ProcessInstance started;

    /** Fails the test class unless its tests together took every element and every sequence flow of the process. */
    static ProcessEngineCoverageExtension everyFlowOf(String process) {
        return ProcessEngineCoverageExtension.builder(InMemoryEngine.shared())
                .excludeProcessDefinitionKeys(Models.all().stream()
                        .map(model -> model.process().getId())
                        .filter(other -> !other.equals(process))
                        .toArray(String[]::new))
                .assertClassCoverageAtLeast(1.0)
                .build();
    }

    /** For a class that walks parts of several processes: the engine writes down nothing without one. */
    static ProcessEngineCoverageExtension anyFlow() {
        return ProcessEngineCoverageExtension.builder(InMemoryEngine.shared()).build();
    }

    @BeforeEach
    void everythingIsStubbed() {
        BpmnAwareTests.init(engine);
        stubs.register();
        itIs(OPENED);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        runtime.createProcessInstanceQuery().rootProcessInstances().list().forEach(left -> {
            runtime.deleteProcessInstance(left.getId(), "test is over");
        });
        Mocks.reset();
        ClockUtil.reset();
    }

    /** Starts the process for staf, whose assessor is kabid and whose assessor's superior is kadis. */
    void start(String process, Map<String, Object> changes) {
        var variables = new HashMap<String, Object>();
        variables.put("employee", "staf");
        variables.put("employeeName", "Siti Aminah");
        variables.put("assessor", "kabid");
        variables.put("superior", "kadis");
        variables.put("targetsDue", TARGETS_DUE);
        variables.put("assessmentOpens", ASSESSMENT_OPENS);
        variables.put("feedbackCloses", FEEDBACK_CLOSES);
        variables.put("assessmentDue", ASSESSMENT_DUE);
        variables.put("objectionPeriod", "P14D");
        variables.put("decisionPeriod", "P14D");
        variables.putAll(changes);
        started = runtime.startProcessInstanceByKey(process, EVALUATION, variables);
    }

    void start(String process) {
        start(process, Map.of());
    }

    /** Keys of all open tasks, also those of called processes, in alphabetical order. */
    List<String> open() {
        return engine.getTaskService().createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    Task task(String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(key)
                .initializeFormKeys()
                .singleResult();
    }

    void complete(String key, Map<String, Object> flags) {
        var task = task(key);
        assertThat(task).as("open task %s among %s", key, open()).isNotNull();
        engine.getTaskService().complete(task.getId(), flags);
    }

    void complete(String key) {
        complete(key, Map.of());
    }

    void itIs(String moment) {
        ClockUtil.setCurrentTime(date(moment));
    }

    /** Lets time pass to the moment and runs everything that is due by then. */
    void timePassesTo(String moment) {
        itIs(moment);
        runJobs();
    }

    /** Runs what is due now: steps of their own transaction, and timers. */
    void runJobs() {
        while (!dueJobs().isEmpty()) {
            runNextJob();
        }
    }

    /** Runs one step of its own transaction, or one timer that is due. */
    void runNextJob() {
        engine.getManagementService().executeJob(dueJobs().get(0).getId());
    }

    private List<Job> dueJobs() {
        return engine.getManagementService()
                .createJobQuery()
                .executable()
                .orderByJobDuedate()
                .asc()
                .list();
    }

    /** What was started last: it runs as long as any process that it called. */
    ProcessInstance instance() {
        return started;
    }

    /** Ids of the end events reached so far, by the process started and by those it called; in no particular order. */
    List<String> endings() {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .activityType("noneEndEvent")
                .list()
                .stream()
                .filter(end -> end.getRootProcessInstanceId().equals(started.getId()))
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    static Date date(String moment) {
        return Date.from(OffsetDateTime.parse(moment).toInstant());
    }
}
