package id.laras;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.cycle.Scheme;
import id.laras.engine.HumanStep;
import id.laras.engine.StepContext;
import id.laras.lifecycle.Walker;
import id.laras.opening.UnitOpened;
import id.laras.security.AccountService;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A unit whose evaluations are rated and accepted: what the calibration and everything behind it start from. Written
 * straight into the tables, so that these tests depend on no earlier phase; every scene is a cycle of its own.
 */
public final class ClosingScene {

    public static final String ASSESSOR = "kabid";
    public static final String SUPERIOR = "kadis";

    /** Nobody here has an account that the engine could ask. */
    private static final List<String> GROUPS = List.of("pegawai", "sdm");

    private final ApplicationContext context;
    private final JdbcTemplate jdbc;
    private final ProcessEngine engine;
    private final Walker walker;
    private final String cycleId = UUID.randomUUID().toString();
    private final String unitCode = "unit-" + UUID.randomUUID();
    private final List<String> evaluations = new ArrayList<>();

    public ClosingScene(ApplicationContext context, Scheme scheme, int employees) {
        this.context = context;
        this.jdbc = context.getBean(JdbcTemplate.class);
        this.engine = context.getBean(ProcessEngine.class);
        this.walker = context.getBean(Walker.class);
        jdbc.update(
                "insert into cycle (id, name, scheme, first_day, last_day, targets_due, check_in_months,"
                        + " assessment_opens, feedback_closes, assessment_due, calibration_due, version)"
                        + " values (?, ?, ?, '2026-01-01', '2026-12-31', '2026-01-31', 0,"
                        + " '2026-12-01', '2026-12-10', '2026-12-15', '2027-01-15', 0)",
                cycleId,
                "Siklus " + cycleId,
                scheme.name());
        for (int i = 1; i <= employees; i++) {
            evaluations.add(evaluation(i));
        }
        var accounts = context.getBean(AccountService.class);
        inTransaction(() -> {
            accounts.register("sdm", "sdm", null);
            accounts.grant("sdm", Role.HR);
        });
        inTransaction(() ->
                context.publishEvent(new UnitOpened(cycleId, unitCode, "Bidang Uji", LocalDate.parse("2099-01-15"))));
    }

    private String evaluation(int number) {
        var id = UUID.randomUUID().toString();
        jdbc.update(
                "insert into evaluation (id, cycle_id, employee_nip, employee, employee_name, position, unit_code,"
                        + " unit_name, assessor, assessor_name, superior, stage, version)"
                        + " values (?, ?, ?, ?, ?, 'Analis', ?, 'Bidang Uji', ?, 'Kepala Bidang', ?, 'OBJECTION', 0)",
                id,
                cycleId,
                "1990010120150110" + number,
                employee(number),
                "Pegawai " + number,
                unitCode,
                ASSESSOR,
                SUPERIOR);
        jdbc.update(
                "insert into score (id, evaluation_id, number, basis, predicate, explanation, calculated_at, decided_by,"
                        + " version) values (?, ?, 1, 'ASSESSMENT', 'GOOD', '[]', '2026-12-15 01:00:00', ?, 0)",
                UUID.randomUUID().toString(),
                id,
                ASSESSOR);
        jdbc.update(
                "insert into result_review (id, evaluation_id, round, score_number, predicate, reaction, evidence,"
                        + " reviewed_at, version) values (?, ?, 1, 1, 'GOOD', 'ACCEPTED', '[]', '2026-12-16 01:00:00', 0)",
                UUID.randomUUID().toString(),
                id);
        return id;
    }

    /** Account of the employee with this number, from 1. */
    public String employee(int number) {
        return "staf" + number;
    }

    public String cycleId() {
        return cycleId;
    }

    public String unitCode() {
        return unitCode;
    }

    /** Id of the evaluation of the employee with this number, from 1. */
    public String evaluationOf(int number) {
        return evaluations.get(number - 1);
    }

    public String calibrationId() {
        return jdbc.queryForObject(
                "select id from calibration where cycle_id = ? and unit_code = ?", String.class, cycleId, unitCode);
    }

    /** The superior has decided on an objection of this employee: the result is final. */
    public void decideObjection(int number) {
        decideObjection(number, "UPHELD");
    }

    /** @param outcome {@code UPHELD} or {@code CHANGED} */
    public void decideObjection(int number, String outcome) {
        var review = jdbc.queryForObject(
                "select id from result_review where evaluation_id = ?", String.class, evaluationOf(number));
        jdbc.update("update result_review set reaction = 'OBJECTED', reasons = 'Keliru' where id = ?", review);
        jdbc.update(
                "insert into objection_decision (review_id, evaluation_id, outcome, reason, hearing_assessor,"
                        + " hearing_employee, decided_by, decided_at, version)"
                        + " values (?, ?, ?, 'Tepat', '-', '-', ?, '2026-12-20 01:00:00', 0)",
                review,
                evaluationOf(number),
                outcome,
                SUPERIOR);
    }

    /** Starts the process where the objection has ended; the job that joins the calibration is not yet run. */
    public Job arrive(int number) {
        var id = evaluationOf(number);
        engine.getRuntimeService()
                .createProcessInstanceByKey("Evaluation")
                .businessKey(id)
                .startBeforeActivity("ServiceTask_JoinCalibration")
                .setVariables(Variables.createVariables()
                        .putValue("employee", employee(number))
                        .putValue("employeeName", "Pegawai " + number)
                        .putValue("assessor", ASSESSOR)
                        .putValue("superior", SUPERIOR)
                        .putValue("objectionPeriod", "P14D")
                        .putValue("decisionPeriod", "P14D"))
                .execute();
        return job(id);
    }

    public void join(int number) {
        run(arrive(number));
    }

    public void run(Job job) {
        walker.run(job);
    }

    public boolean isOpen(Job job) {
        return engine.getManagementService().createJobQuery().jobId(job.getId()).count() == 1;
    }

    /** The one job that waits in this evaluation or calibration. */
    public Job job(String businessKey) {
        var instances = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(businessKey);
        var jobs = instances.list().stream()
                .flatMap(instance ->
                        engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .toList();
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    public boolean waitsForCalibration(int number) {
        return engine
                .getRuntimeService()
                .createEventSubscriptionQuery()
                .eventName("calibration.decided")
                .activityId("MessageCatch_CalibrationDecided")
                .list()
                .stream()
                .anyMatch(subscription -> engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(subscription.getProcessInstanceId())
                                .processInstanceBusinessKey(evaluationOf(number))
                                .count()
                        == 1);
    }

    /** The steps of this evaluation or calibration that wait for somebody. */
    public List<Step> open(String businessKey) {
        return walker.open(businessKey);
    }

    /** What the form of the one open task shows. */
    public Object view(String businessKey, String actor) {
        return view(task(businessKey), businessKey, actor);
    }

    /** What the form of this of the open tasks shows. */
    public Object view(String businessKey, Step step, String actor) {
        return view(walker.task(businessKey, step), businessKey, actor);
    }

    private Object view(Task task, String businessKey, String actor) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("id"));
        try {
            return DeclaredNulls.in(step(task)
                    .view(new StepContext(
                            task.getId(),
                            businessKey,
                            actor,
                            null,
                            name -> engine.getTaskService().getVariable(task.getId(), name))));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private HumanStep<?> step(Task task) {
        var process = engine.getRepositoryService()
                .getProcessDefinition(task.getProcessDefinitionId())
                .getKey();
        return context.getBeansOfType(HumanStep.class).values().stream()
                .map(step -> (HumanStep<?>) step)
                .filter(step -> step.step().process().equals(process)
                        && step.step().task().equals(task.getTaskDefinitionKey()))
                .findFirst()
                .orElseThrow();
    }

    private Task task(String businessKey) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult();
    }

    /** When this of the open tasks is due. */
    public Instant due(String businessKey, Step step) {
        return walker.task(businessKey, step).getDueDate().toInstant();
    }

    /** The person takes the one open task and answers it. */
    public void answer(String businessKey, String actor, Map<String, ?> answer) {
        walker.take(task(businessKey), actor, GROUPS, answer);
    }

    /** The person takes this of the open tasks and answers it. */
    public void answer(String businessKey, Step step, String actor, Map<String, ?> answer) {
        walker.take(walker.task(businessKey, step), actor, GROUPS, answer);
    }

    public void inTransaction(Runnable work) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> work.run());
    }
}
