package id.laras;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.cycle.CycleService;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Evaluations;
import id.laras.cycle.NewCycle;
import id.laras.cycle.Scheme;
import id.laras.intake.PeopleImport;
import id.laras.intake.SourceFile;
import id.laras.lifecycle.Walker;
import id.laras.opening.OpeningService;
import id.laras.people.Nips;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;

/**
 * A team of its own for a test, imported and opened like a real one: "head" leads "officer", who leads "staff" and
 * "peer1" and "peer2" – no more peers than are asked, who are drawn by lot – while "peer3" and "peer4" answer to "head";
 * "staff" leads "sub1" and "sub2". Tasks are completed through the engine and its guard.
 */
public final class TestTeam {

    private static final List<String> PEOPLE =
            List.of("head", "officer", "staff", "peer1", "peer2", "peer3", "peer4", "sub1", "sub2");

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private final ApplicationContext application;

    private TestTeam(ApplicationContext application) {
        this.application = application;
    }

    /** A team whose evaluations have just been opened in a cycle that began five months ago and has as many to go. */
    public static TestTeam open(ApplicationContext application, Scheme scheme) {
        var team = new TestTeam(application);
        var report = team.bean(PeopleImport.class).run(team.units(), team.employees(), "sdm");
        assertThat(report.errors()).isEmpty();
        var today = LocalDate.now();
        var cycle = team.bean(CycleService.class)
                .create(new NewCycle(
                        "Siklus " + team.key,
                        scheme,
                        today.minusMonths(5).withDayOfMonth(1),
                        today.plusMonths(6),
                        today.plusDays(10),
                        1,
                        today.plusMonths(5).withDayOfMonth(2),
                        today.plusMonths(5).withDayOfMonth(10),
                        today.plusMonths(5).withDayOfMonth(20),
                        today.plusMonths(6)));
        team.bean(OpeningService.class)
                .open(cycle.id(), List.of(team.unit()), "test")
                .join();
        return team;
    }

    public String account(String person) {
        return person + key;
    }

    public Actor actor(String person, Role... roles) {
        return new Actor(account(person), Set.of(roles));
    }

    public EvaluationId id(String person) {
        return evaluation(person).id();
    }

    public Evaluation evaluation(String person) {
        return bean(Evaluations.class)
                .findByEmployeeOrderByCycleFirstDayDesc(account(person))
                .get(0);
    }

    /** The open task of that person in that evaluation, or null. */
    public Task task(EvaluationId evaluation, String person, Step step) {
        return bean(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(evaluation.value())
                .taskAssignee(account(person))
                .taskDefinitionKey(step.task())
                .singleResult();
    }

    /** The person completes the task as from Tasklist. */
    public void complete(EvaluationId evaluation, String person, Step step, Object answer) {
        var task = task(evaluation, person, step);
        assertThat(task).as("%s for %s", step, person).isNotNull();
        bean(Walker.class).complete(task, account(person), answer);
    }

    /** Staff is assessed by officer, until long after the test; who is asked for an opinion has it as a task. */
    public ProcessInstance assess() {
        var later = "2099-01-01T00:00:00+07:00";
        return bean(RuntimeService.class)
                .startProcessInstanceByKey(
                        "Assessment",
                        id("staff").value(),
                        Map.of(
                                "employee",
                                account("staff"),
                                "assessor",
                                account("officer"),
                                "feedbackCloses",
                                later,
                                "assessmentDue",
                                later));
    }

    private <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    private String unit() {
        return "UNIT." + key;
    }

    private String nip(int person) {
        return Nips.of(2012, Math.floorMod(key.hashCode(), 10_000_000) * 10L + person);
    }

    private SourceFile units() {
        return file("units.csv", "kode,nama,induk\n" + unit() + ",Unit " + key + ",\n");
    }

    private SourceFile employees() {
        var rows = new StringBuilder("nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n");
        for (int i = 0; i < PEOPLE.size(); i++) {
            var assessor =
                    switch (PEOPLE.get(i)) {
                        case "head" -> "";
                        case "officer", "peer3", "peer4" -> nip(0);
                        case "sub1", "sub2" -> nip(2);
                        default -> nip(1);
                    };
            rows.append(String.join(
                            ",",
                            nip(i),
                            "Pegawai " + PEOPLE.get(i),
                            "",
                            "Analis",
                            "JA",
                            "",
                            unit(),
                            assessor,
                            account(PEOPLE.get(i))))
                    .append('\n');
        }
        return file("employees.csv", rows.toString());
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
