package id.laras.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.laras.LarasTest;
import id.laras.TestTeam;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.security.Accounts;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;

/** HR finds every evaluation of a cycle, and only HR does. */
@LarasTest
class OverviewPageTests {

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext application;

    @Autowired
    EvaluationRecorder recorder;

    @Autowired
    RuntimeService processes;

    @Autowired
    TaskService tasks;

    @Autowired
    Accounts accounts;

    TestTeam team;
    String cycle;

    @BeforeEach
    void openACycle() {
        team = TestTeam.open(application, Scheme.NUMERIC);
        cycle = team.evaluation("staff").cycle().id();
    }

    @Test
    void evaluationsAreCountedByUnitAndStage() throws Exception {
        recorder.enter(team.id("staff"), Stage.MONITORING);
        assertThat(overview("cycle=" + cycle))
                .containsPattern("stage=MONITORING#daftar\">1</a>")
                .containsPattern("stage=TARGET_SETTING#daftar\">7</a>");
    }

    @Test
    void theListCanBeNarrowedToAStage() throws Exception {
        recorder.enter(team.id("staff"), Stage.MONITORING);
        assertThat(overview("cycle=" + cycle + "&stage=MONITORING"))
                .contains(team.id("staff").value())
                .doesNotContain(team.id("peer1").value());
    }

    @Test
    void whatIsSoughtIsTextAndNoPattern() throws Exception {
        assertThat(overview("cycle=" + cycle + "&name=PEER1"))
                .contains(team.id("peer1").value())
                .doesNotContain(team.id("staff").value());
        assertThat(overview("cycle=" + cycle + "&name=%25")).contains("Daftar penilaian (0)");
        assertThat(overview("cycle=" + cycle + "&name=_")).contains("Daftar penilaian (0)");
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT_TARGETS, Menyusun sasaran kinerja, staff",
        "APPROVE_TARGETS, Memeriksa sasaran kinerja, officer",
        "CONFIRM_RESULT, Menetapkan hasil penilaian, officer"
    })
    void whatOnlyAPersonMayDoIsShownAsLateWithThePersonConcerned(Step step, String words, String person)
            throws Exception {
        var id = team.id("staff").value();
        processes
                .createProcessInstanceByKey(step.process())
                .businessKey(id)
                .startBeforeActivity(step.task())
                .setVariables(variables())
                .execute();
        assertThat(late()).doesNotContain(words);
        due(id, step, "2001-02-03T04:05:06Z");
        var name = accounts.findById(team.account(person)).orElseThrow().displayName();
        assertThat(late()).containsSubsequence(id, words, name, "3 Feb 2001");
        assertThat(overview("cycle=" + otherCycle())).doesNotContain("3 Feb 2001");
    }

    @Test
    void ofNamesakesWhoAreLateEachHasBesideWhatTellsThemApart() throws Exception {
        var evaluation = team.evaluation("staff");
        database.sql("update employee set name = ?, bare_name = ? where account in (?, ?)")
                .params(
                        evaluation.employeeName(),
                        evaluation.id().value(),
                        team.account("staff"),
                        team.account("peer1"))
                .update();
        processes
                .createProcessInstanceByKey("TargetSetting")
                .businessKey(evaluation.id().value())
                .startBeforeActivity(Step.DRAFT_TARGETS.task())
                .setVariables(variables())
                .execute();
        due(evaluation.id().value(), Step.DRAFT_TARGETS, "2001-02-03T04:05:06Z");
        assertThat(late()).containsSubsequence(evaluation.employeeName(), "(" + evaluation.employeeNip() + ")");
    }

    @Test
    void aDecisionWithoutASuperiorIsLateWithTheTeamOfHr() throws Exception {
        var id = team.id("peer1").value();
        var variables = variables();
        variables.put("superior", null);
        processes
                .createProcessInstanceByKey("Objection")
                .businessKey(id)
                .startBeforeActivity(Step.DECIDE_OBJECTION.task())
                .setVariables(variables)
                .execute();
        due(id, Step.DECIDE_OBJECTION, "2001-02-03T04:05:06Z");
        assertThat(late()).containsSubsequence(id, "Memutuskan keberatan", "Tim pengelola kinerja");
    }

    @Test
    void whoIsAskedForAnOpinionIsNotToldToHrNotEvenWhenItIsLate() throws Exception {
        var id = team.id("staff").value();
        processes.startProcessInstanceByKey("Assessment", id, variables());
        due(id, Step.GIVE_FEEDBACK, "2001-02-03T04:05:06Z");
        assertThat(overview("cycle=" + cycle)).doesNotContain("Memberi umpan balik");
    }

    private String late() throws Exception {
        var page = overview("cycle=" + cycle);
        var from = page.indexOf("id=\"terlambat\"");
        return from < 0 ? "" : page.substring(from, page.indexOf("</section>", from));
    }

    private String otherCycle() {
        return TestTeam.open(application, Scheme.NUMERIC)
                .evaluation("staff")
                .cycle()
                .id();
    }

    private void due(String businessKey, Step step, String moment) {
        var found = tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(step.task())
                .list();
        assertThat(found).isNotEmpty();
        for (var task : found) {
            task.setDueDate(Date.from(Instant.parse(moment)));
            tasks.saveTask(task);
        }
    }

    private Map<String, Object> variables() {
        var variables = new HashMap<String, Object>();
        variables.put("employee", team.account("staff"));
        variables.put("employeeName", "Pegawai");
        variables.put("assessor", team.account("officer"));
        variables.put("superior", team.account("head"));
        variables.put("targetsDue", "2036-01-31T23:59:59+07:00");
        variables.put("feedbackCloses", "2036-12-14T23:59:59+07:00");
        variables.put("assessmentDue", "2036-12-31T23:59:59+07:00");
        variables.put("decisionPeriod", "P14D");
        return variables;
    }

    @Test
    void theListIsSortedByTheColumnThatWasAskedFor() throws Exception {
        var names = evaluations(overview("cycle=" + cycle));
        assertThat(names).hasSizeGreaterThan(3).isSorted();
        assertThat(evaluations(overview("cycle=" + cycle + "&order=employee&down=true")))
                .containsExactlyElementsOf(
                        names.stream().sorted(Comparator.reverseOrder()).toList());
        assertThat(overview("cycle=" + cycle + "&order=assessor&down=true"))
                .contains("aria-sort=\"descending\"")
                .as("the other way round, and everything else that was asked")
                .contains("href=\"/hr/evaluations?cycle=" + cycle + "&amp;order=assessor#daftar\"");
    }

    /** Names of the list, from top to bottom. */
    private static List<String> evaluations(String page) {
        return Pattern.compile("<a href=\"/evaluations/[^\"]+\">([^<]+)</a>")
                .matcher(page.substring(page.indexOf("id=\"daftar\"")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void aPageBeyondTheEndIsNoError() throws Exception {
        assertThat(overview("cycle=" + cycle + "&page=99")).contains("Penilaian menurut tahap");
        assertThat(overview("cycle=" + cycle + "&page=-1"))
                .contains(team.id("staff").value());
    }

    @Test
    void onlyHrMayLook() throws Exception {
        for (var role : new Role[] {Role.STAFF, Role.AUDITOR, Role.ADMIN}) {
            var answer = mvc.perform(get("/hr/evaluations")
                            .with(user("tamu").authorities(new SimpleGrantedAuthority(role.name()))))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).isEqualTo(403);
        }
    }

    private String overview(String query) throws Exception {
        return mvc.perform(get(URI.create("/hr/evaluations?" + query))
                        .with(user("sdm-uji").authorities(new SimpleGrantedAuthority(Role.HR.name()))))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
