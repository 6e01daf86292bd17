package id.laras.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.TestTeam;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Scheme;
import id.laras.lifecycle.Walker;
import id.laras.steps.Step;
import id.laras.target.Approval;
import id.laras.target.Aspect;
import id.laras.target.Direction;
import id.laras.target.Plan;
import id.laras.target.Plans;
import id.laras.target.Proposal;
import id.laras.target.ResultKind;
import id.laras.target.TargetService;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** One employee's way through a single process of the real engine, each person completing their own tasks. */
@LarasTest
@Tag("database")
public abstract class Walk {

    @Autowired
    protected AssessmentService assessments;

    @Autowired
    protected EvaluationLookup evaluations;

    @Autowired
    protected EvaluationRecorder recorder;

    @Autowired
    protected RuntimeService runtime;

    @Autowired
    protected TaskService tasks;

    @Autowired
    protected ManagementService management;

    @Autowired
    protected HistoryService history;

    @Autowired
    protected JdbcTemplate jdbc;

    @Autowired
    private Walker walker;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TargetService targets;

    private TestTeam team;
    protected Evaluation evaluation;
    protected EvaluationId id;

    /** The evaluation of a team's staff, with approved targets of 80 permits (60) and 30 minutes of waiting (40). */
    protected void opened(Scheme scheme) {
        team = TestTeam.open(application, scheme);
        evaluation = team.evaluation("staff");
        id = evaluation.id();
        targets.propose(id, staff(), proposal(scheme));
        assertThat(targets.decide(id, officer(), new Approval(true, null, null, null)))
                .isTrue();
    }

    protected String staff() {
        return team.account("staff");
    }

    protected String officer() {
        return team.account("officer");
    }

    protected String head() {
        return team.account("head");
    }

    /** Everybody who is asked for an opinion. */
    protected List<String> asked() {
        return Stream.of("peer1", "peer2", "sub1", "sub2").map(team::account).toList();
    }

    protected String indicator(String name) {
        return targets.approved(id).orElseThrow().indicators().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Starts one process of the evaluation by itself, with the variables of its opening. */
    protected ProcessInstance start(String process) {
        return runtime.startProcessInstanceByKey(
                process,
                id.value(),
                Map.of(
                        "employee",
                        staff(),
                        "employeeName",
                        "Budi Santoso",
                        "assessor",
                        officer(),
                        "superior",
                        head(),
                        "feedbackCloses",
                        evaluation.schedule().feedbackCloses() + "T23:59:59+07:00",
                        "assessmentDue",
                        evaluation.schedule().assessmentDue() + "T23:59:59+07:00",
                        "objectionPeriod",
                        "P14D",
                        "decisionPeriod",
                        "P14D"));
    }

    protected Task task(ProcessInstance run, Step step) {
        return tasks.createTaskQuery()
                .processInstanceId(run.getId())
                .taskDefinitionKey(step.task())
                .singleResult();
    }

    /** The person hands in their answer, as Tasklist would. */
    protected void answer(String account, Task task, Object answer) {
        assertThat(task).as("task of %s", account).isNotNull();
        walker.complete(task, account, answer);
    }

    protected void reassign(Task task, String account) {
        tasks.setAssignee(task.getId(), account);
    }

    protected void execute(ProcessInstance run, String element) {
        management.executeJob(job(run, element).getId());
    }

    protected Job job(ProcessInstance run, String element) {
        return management
                .createJobQuery()
                .processInstanceId(run.getId())
                .activityId(element)
                .singleResult();
    }

    protected boolean passed(ProcessInstance run, String element) {
        return history.createHistoricActivityInstanceQuery()
                        .processInstanceId(run.getId())
                        .activityId(element)
                        .finished()
                        .count()
                == 1;
    }

    private static Proposal proposal(Scheme scheme) {
        var weighted = scheme == Scheme.NUMERIC;
        return Plans.proposal(new Plan.WorkResult(
                null,
                ResultKind.MAIN,
                "Layanan perizinan",
                null,
                null,
                null,
                null,
                List.of(
                        indicator("Izin terbit", "80", Direction.HIGHER, weighted ? "60" : null),
                        indicator("Waktu tunggu", "30", Direction.LOWER, weighted ? "40" : null))));
    }

    private static Plan.Indicator indicator(String name, String target, Direction direction, String weight) {
        return new Plan.Indicator(
                null,
                Aspect.QUANTITY,
                name,
                new BigDecimal(target),
                "buah",
                direction,
                weight == null ? null : new BigDecimal(weight));
    }
}
