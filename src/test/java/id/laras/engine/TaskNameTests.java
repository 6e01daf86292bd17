package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.TestTeam;
import id.laras.cycle.Scheme;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The name of a task tells whom it is about, in which cycle, and which of two people of one name. */
@LarasTest
@Tag("database")
class TaskNameTests {

    @Autowired
    ApplicationContext application;

    @Autowired
    TaskService tasks;

    @Autowired
    TaskSubjects[] subjects;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private final String name = "Siti Aminah " + UUID.randomUUID();

    @Test
    void everyTaskNamesThePersonAndTheCycle() {
        var team = TestTeam.open(application, Scheme.QUADRANT);
        assertThat(firstTask(team, "peer1").getName())
                .startsWith("Susun")
                .contains(" · Pegawai peer1")
                .endsWith(" · " + cycleName(team));
    }

    @Test
    void aMeetingNamesTheUnitAndTheCycle() {
        var team = TestTeam.open(application, Scheme.QUADRANT);
        var evaluation = team.evaluation("staff");
        var meeting = database.sql("select id from calibration where unit_code = ?")
                .param(evaluation.unitCode())
                .query(String.class)
                .single();
        assertThat(about(meeting)).isEqualTo(evaluation.unitName() + " · " + cycleName(team));
    }

    @Test
    void ofTwoNamesakesEachHasTheUnitBeside() {
        var one = named(TestTeam.open(application, Scheme.QUADRANT), "staff");
        named(TestTeam.open(application, Scheme.QUADRANT), "peer1");
        assertThat(about(one.id("staff").value()))
                .isEqualTo(name + " (" + one.evaluation("staff").unitName() + ") · " + cycleName(one));
    }

    @Test
    void withinOneUnitThePositionOrElseTheNip() {
        var team = named(TestTeam.open(application, Scheme.QUADRANT), "staff");
        named(team, "peer1");
        var nip = team.evaluation("staff").employeeNip();
        assertThat(about(team.id("staff").value())).isEqualTo(name + " (" + nip + ") · " + cycleName(team));
        database.sql("update employee set position = 'Perawat' where nip = ?")
                .param(nip)
                .update();
        assertThat(about(team.id("staff").value())).isEqualTo(name + " (Perawat) · " + cycleName(team));
    }

    @Test
    void whoHasNoNamesakeIsNamedAlone() {
        var team = named(TestTeam.open(application, Scheme.QUADRANT), "staff");
        assertThat(about(team.id("staff").value())).isEqualTo(name + " · " + cycleName(team));
    }

    private TestTeam named(TestTeam team, String person) {
        database.sql("update employee set name = ?, bare_name = ? where account = ?")
                .params(name, name.replaceAll("[ -]", "").toLowerCase(Locale.ROOT), team.account(person))
                .update();
        database.sql("update evaluation set employee_name = ? where employee = ?")
                .params(name, team.account(person))
                .update();
        return team;
    }

    /** As the engine asks: within its command. */
    private String about(String businessKey) {
        return new TransactionTemplate(transactions)
                .execute(status -> Stream.of(subjects)
                        .flatMap(room -> room.about(businessKey).stream())
                        .findFirst()
                        .orElse(""));
    }

    private String cycleName(TestTeam team) {
        return database.sql("select c.name from cycle c join evaluation e on e.cycle_id = c.id where e.id = ?")
                .param(team.id("staff").value())
                .query(String.class)
                .single();
    }

    private Task firstTask(TestTeam team, String person) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(team.id(person).value())
                .taskAssignee(team.account(person))
                .singleResult();
    }
}
