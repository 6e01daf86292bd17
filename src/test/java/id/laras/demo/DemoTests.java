package id.laras.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.TestDatabase;
import id.laras.cycle.Cycle;
import id.laras.cycle.Cycles;
import id.laras.cycle.Evaluation;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Stage;
import id.laras.people.Employees;
import id.laras.security.AccountDirectory;
import id.laras.steps.Step;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The demonstration as a newcomer meets it. Has a context of its own, because the profile {@code demo} is its subject;
 * and an engine of another name, because engines are known by name in the whole JVM: a second "default" would answer
 * the REST calls of every later test.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.process-engine-name=demo")
@ActiveProfiles({"test", "demo"})
@ContextConfiguration(initializers = TestDatabase.class)
@Tag("walk")
class DemoTests {

    @Autowired
    Employees employees;

    @Autowired
    Cycles cycles;

    @Autowired
    Evaluations evaluations;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    AccountDirectory accounts;

    @Autowired
    Awaited awaited;

    @LocalServerPort
    int port;

    @Test
    void aboutSixtyPeopleWorkInThreeServices() {
        assertThat(employees.count()).isBetween(55L, 65L);
        assertThat(employees.findAll())
                .extracting(employee -> employee.unitCode().replaceFirst("-.*", ""))
                .contains("DINKES", "DISDIK", "DISHUB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"staf", "rekan", "bawahan", "kabid", "kadis", "sdm", "sdmunit", "timkinerja", "auditor", "admin"
            })
    void everyDemoAccountLogsInAndFindsSomethingToDo(String account) {
        assertThat(accounts.matches(account, "laras-demo")).isTrue();
        var groups = accounts.groups(account);
        var own = tasks.createTaskQuery().taskAssignee(account).count();
        var shared = tasks.createTaskQuery().taskCandidateGroupIn(groups).count();

        assertThat(own + shared).isPositive();
    }

    @ParameterizedTest(name = "{0} has {1}")
    @CsvSource({
        "staf, ASSESS_SELF",
        "rekan, GIVE_FEEDBACK",
        "bawahan, GIVE_FEEDBACK",
        "kabid, APPROVE_TARGETS",
        "kabid, RATE_EMPLOYEE",
        "kadis, DECIDE_OBJECTION",
        "admin, DRAFT_TARGETS"
    })
    void eachFindsTheStepThatTheReadmePromises(String account, Step step) {
        assertThat(tasks.createTaskQuery()
                        .taskAssignee(account)
                        .taskDefinitionKey(step.task())
                        .count())
                .isPositive();
    }

    @Test
    void hrHasAUnitToCalibrateAndARewardToDecide() {
        assertThat(tasks.createTaskQuery().taskCandidateGroup("sdm").list())
                .extracting(task -> task.getTaskDefinitionKey())
                .contains(Step.CALIBRATE_UNIT.task(), Step.DECIDE_REWARD.task());
    }

    @Test
    void theOpenCycleHasEvaluationsAtEveryStage() {
        var open = cycles.findAllByOrderByFirstDayDescNameAsc().get(0);

        assertThat(evaluations(open)).extracting(Evaluation::stage).containsAll(Stage.path());
    }

    @Test
    void theClosedCycleIsClosedWithAPredicateForEverybody() {
        var closed = cycles.findAllByOrderByFirstDayDescNameAsc().get(1);

        assertThat(evaluations(closed)).hasSize(9).allSatisfy(evaluation -> {
            assertThat(evaluation.stage()).isEqualTo(Stage.CLOSED);
            assertThat(evaluation.predicate()).isNotNull();
            assertThat(evaluation.confirmedAt())
                    .isBefore(closed.lastDay()
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant());
        });
    }

    @Test
    void nothingHasFailedAndNothingMovesByItselfToday() {
        assertThat(jobs.createJobQuery().noRetriesLeft().count()).isZero();
        assertThat(jobs.createJobQuery().executable().count()).isZero();
    }

    /** Comes after all tests above, as nested ones do: what time has changed here does not come back. */
    @Test
    void theListOfWhomSomethingWaitsForSaysHowManyMoreThereAre() {
        var people = awaited.besides("staf", null);
        var person = HttpPerson.stranger(port);
        person.get("/login");
        person.form("/demo/login", "account=staf");

        assertThat(people.shown()).hasSize(Awaited.SHOWN);
        assertThat(people.others()).isPositive();
        assertThat(person.page("/demo/bar").body()).contains(">dan " + people.others() + " orang lain<");
        assertThat(person.page("/demo/bar?lang=en").body()).contains(">and " + people.others() + " more people<");
    }

    @Nested
    class ThenTimePassesTests extends TrialWalk {}

    private List<Evaluation> evaluations(Cycle cycle) {
        return evaluations.findByCycleIdOrderByEmployeeNip(cycle.id());
    }
}
