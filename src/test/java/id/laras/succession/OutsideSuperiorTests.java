package id.laras.succession;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.Stage;
import id.laras.intake.PeopleImport;
import id.laras.people.Employees;
import id.laras.people.PeopleFixture;
import id.laras.security.AccountDirectory;
import id.laras.security.Actor;
import id.laras.security.FourEyes;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.substitution.SubstituteSearch;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The head of the agency answers to a mayor, who answers to a governor; neither has a NIP. */
@LarasTest
@Tag("database")
class OutsideSuperiorTests extends HandOverScene {

    @Autowired
    PeopleImport imports;

    @Autowired
    Employees employees;

    @Autowired
    AccountDirectory accounts;

    @Autowired
    SubstituteSearch search;

    @Autowired
    TestPeople logins;

    @Autowired
    FourEyes fourEyes;

    @LocalServerPort
    int port;

    private static final String OWN = "payung+ungu+di+gunung";

    private String mayor;
    private String governor;

    @BeforeEach
    void theHeadAnswersToTheMayor() {
        var n = people.number();
        mayor = "WALIKOTA" + n;
        governor = "GUBERNUR" + n;
        var report = imports.run(
                null,
                PeopleFixture.file(
                        "employees.csv",
                        "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n"
                                + "%1$s,Ratih %3$d,,Wali Kota,LUAR_ASN,,,%2$s,\n".formatted(mayor, governor, n)
                                + "%2$s,Andi %3$d,,Gubernur,LUAR_ASN,,,,\n".formatted(mayor, governor, n)
                                + "%1$s,Hendra Gunawan %3$d,,Kepala Dinas,JPT,,U%3$d,%2$s,kadis%3$d\n"
                                        .formatted(people.nip(1), mayor, n)),
                people.hr());
        assertThat(report.errors()).isEmpty();
        openings.open(cycle.id(), Set.of("U" + n), people.hr()).join();
        id = rows.findByEmployeeOrderByCycleFirstDayDesc(people.head())
                .get(0)
                .id()
                .value();
    }

    @Test
    void theHeadIsEvaluatedByTheMayorAndTheGovernorDecides() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        assertThat(assignee(Step.APPROVE_TARGETS)).isEqualTo(mayor);
        walker.complete(id, Step.APPROVE_TARGETS, answers.approval());
        var plan = walker.plan(id);
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        walker.complete(id, Step.ASSESS_SELF, answers.selfAssessment(plan));
        assertThat(opinions()).noneMatch(task -> Set.of(mayor, governor).contains(task.getAssignee()));
        if (!opinions().isEmpty()) {
            walker.ring(id, "BoundaryTimer_FeedbackCloses");
        }
        assertThat(assignee(Step.RATE_EMPLOYEE)).isEqualTo(mayor);
        walker.complete(id, Step.RATE_EMPLOYEE, answers.rating(plan, "BELOW", "65"));
        walker.runJobs(id);
        walker.complete(id, Step.REVIEW_RESULT, answers.objection());
        assertThat(assignee(Step.DECIDE_OBJECTION)).isEqualTo(governor);
        walker.complete(id, Step.DECIDE_OBJECTION, answers.changedDecision(answers.rating(plan, "MEETS", "95")));
        walker.runJobs(id);

        var meeting = walker.calibration("Dinas Kesehatan " + people.number());
        walker.ring(meeting, "TimerCatch_CalibrationDue");
        walker.claimAndComplete(meeting, Step.CALIBRATE_UNIT, people.hr(), answers.noMoves());
        walker.runJobs(meeting);
        walker.runJobs(id);
        assertThat(assignee(Step.CONFIRM_RESULT)).isEqualTo(mayor);
        walker.confirm(id, answers);
        walker.complete(id, Step.PLAN_DEVELOPMENT, Map.of("trainings", List.of(), "reward", false, "note", ""));
        assertThat(evaluation().stage()).isEqualTo(Stage.CLOSED);
        assertThat(evaluation().confirmedBy()).isEqualTo(mayor);
    }

    /** From the one-time code of the administrator to the rating in Tasklist. */
    @Test
    void theMayorLogsInWithACodeAndRatesInTasklist() throws IOException {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        var code = code(mayor);
        var person = HttpPerson.stranger(port);
        person.get("/code");
        person.form("/code", "account=" + mayor + "&code=" + code + "&password=" + OWN + "&again=" + OWN);
        person.get("/login");
        person.form("/login", "username=" + mayor + "&password=" + OWN);
        person.get("/camunda/app/tasklist/default/");
        assertThat(person.page("/").body()).contains("Hendra Gunawan " + people.number());

        assertThat(answered(person, Step.APPROVE_TARGETS, answers.approval())).isEqualTo(204);
        var plan = walker.plan(id);
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        walker.complete(id, Step.ASSESS_SELF, answers.selfAssessment(plan));
        if (!opinions().isEmpty()) {
            walker.ring(id, "BoundaryTimer_FeedbackCloses");
        }
        assertThat(answered(person, Step.RATE_EMPLOYEE, answers.rating(plan, "MEETS", "95")))
                .isEqualTo(204);
        walker.runJobs(id);
        assertThat(openTasks()).contains(Step.REVIEW_RESULT);
    }

    /** Whoever assesses already gets even their first code by two administrators. */
    private String code(String account) {
        var first = new Actor(logins.account("satu" + people.number(), Role.ADMIN), Set.of(Role.ADMIN));
        var second = new Actor(logins.account("dua" + people.number(), Role.ADMIN), Set.of(Role.ADMIN));
        assertThat(fourEyes.makeCode(account, first).code()).isEmpty();
        var change = database.sql("select id from privileged_change where account = ? and state = 'WAITING'")
                .param(account)
                .query(String.class)
                .single();
        return fourEyes.confirm(change, second).code().orElseThrow().code();
    }

    private int answered(HttpPerson person, Step step, Map<String, Object> answer) throws IOException {
        var task = walker.task(id, step).getId();
        assertThat(person.get("/api/tasks/" + task).statusCode()).isEqualTo(200);
        var variables = json.createObjectNode();
        variables
                .putObject("variables")
                .putObject("answer")
                .put("type", "Json")
                .put("value", json.writeValueAsString(answer));
        return person.post("/camunda/api/engine/engine/default/task/" + task + "/submit-form", variables.toString())
                .statusCode();
    }

    @Test
    void whoIsOutsideHasAnAccountAndIsNeverEvaluated() {
        assertThat(accounts.roles(mayor)).containsExactly(Role.STAFF);
        assertThat(rows.findByEmployeeOrderByCycleFirstDayDesc(mayor)).isEmpty();
        assertThat(employees.findByAccount(mayor).orElseThrow().unitCode()).isNull();
        assertThat(openings.progress(cycle.id()).orElseThrow().total()).isEqualTo(2);
    }

    @Test
    void whoIsOutsideIsFoundLikeAnybodyElse() {
        assertThat(search.search("Ratih " + people.number(), hr()))
                .singleElement()
                .satisfies(found -> assertThat(found.unitName()).isEqualTo("–"))
                .satisfies(found -> assertThat(search.find(found.reference(), hr())
                                .orElseThrow()
                                .nip())
                        .isEqualTo(mayor));
    }
}
