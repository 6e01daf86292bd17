package id.laras.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.LarasTest;
import id.laras.cycle.Cycle;
import id.laras.cycle.CycleService;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Evaluations;
import id.laras.cycle.NewCycle;
import id.laras.cycle.Scheme;
import id.laras.intake.PeopleImport;
import id.laras.intake.SourceFile;
import id.laras.opening.OpeningService;
import id.laras.people.PeopleFixture;
import id.laras.target.Approval;
import id.laras.target.Aspect;
import id.laras.target.Direction;
import id.laras.target.Plan;
import id.laras.target.Plans;
import id.laras.target.Proposal;
import id.laras.target.ResultKind;
import id.laras.target.TargetService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
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
    private IdentityService identity;

    @Autowired
    private Evaluations all;

    @Autowired
    private CycleService cycles;

    @Autowired
    private OpeningService openings;

    @Autowired
    private PeopleImport people;

    @Autowired
    private TargetService targets;

    @Autowired
    private ObjectMapper json;

    protected final PeopleFixture organisation = new PeopleFixture();
    protected Evaluation evaluation;
    protected EvaluationId id;

    /** Budi Santoso's evaluation, with approved targets of 80 permits (60) and 30 minutes of waiting (40). */
    protected void opened(Scheme scheme) {
        assertThat(people.run(organisation.units(), organisation.employees(), "sdm")
                        .errors())
                .isEmpty();
        assertThat(people.run(null, twoMorePeers(), "sdm").errors()).isEmpty();
        var cycle = cycle(scheme);
        openings.open(cycle.id(), List.of(organisation.unit()), "sdm").join();
        evaluation = all.findByEmployeeOrderByCycleFirstDayDesc(staff()).get(0);
        id = evaluation.id();
        targets.propose(id, staff(), proposal(scheme));
        assertThat(targets.decide(id, officer(), new Approval(true, null, null, null)))
                .isTrue();
    }

    protected String staff() {
        return organisation.account("staff");
    }

    protected String officer() {
        return organisation.account("officer");
    }

    protected String head() {
        return organisation.account("head");
    }

    protected List<String> peers() {
        return List.of(organisation.account("peer"), organisation.account("second"), organisation.account("third"));
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
                        "employee", staff(),
                        "employeeName", "Budi Santoso",
                        "supervisor", officer(),
                        "superior", head(),
                        "feedbackCloses", "2036-12-14T23:59:59+07:00",
                        "assessmentDue", "2036-12-31T23:59:59+07:00",
                        "objectionPeriod", "P14D",
                        "decisionPeriod", "P14D"));
    }

    protected Task task(ProcessInstance run, String element) {
        return tasks.createTaskQuery()
                .processInstanceId(run.getId())
                .taskDefinitionKey(element)
                .singleResult();
    }

    /** The person hands in their answer, as Tasklist would. */
    protected void answer(String account, Task task, Object answer) {
        assertThat(task).as("task of %s", account).isNotNull();
        identity.setAuthentication(account, List.of());
        try {
            tasks.complete(task.getId(), Map.of("answer", json.convertValue(answer, Map.class)));
        } finally {
            identity.clearAuthentication();
        }
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

    private Cycle cycle(Scheme scheme) {
        return cycles.create(new NewCycle(
                "Siklus " + UUID.randomUUID(),
                scheme,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                LocalDate.of(2026, 1, 31),
                0,
                LocalDate.of(2036, 12, 1),
                LocalDate.of(2036, 12, 14),
                LocalDate.of(2036, 12, 31),
                LocalDate.of(2037, 1, 15)));
    }

    private SourceFile twoMorePeers() {
        return PeopleFixture.file(
                "employees.csv",
                "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n"
                        + peer(4, "Ani Lestari", "second")
                        + peer(5, "Joko Susilo", "third"));
    }

    private String peer(int person, String name, String role) {
        return String.join(
                        ",",
                        organisation.nip(person),
                        name,
                        "",
                        "Perawat",
                        "JF",
                        "Terampil",
                        organisation.unit(),
                        organisation.nip(1),
                        organisation.account(role))
                + "\n";
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
