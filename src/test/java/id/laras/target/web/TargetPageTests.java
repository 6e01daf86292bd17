package id.laras.target.web;

import static id.laras.CsrfTokens.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.laras.LarasTest;
import id.laras.TestTeam;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.rules.Refusal;
import id.laras.steps.Step;
import id.laras.target.Approval;
import id.laras.target.Plans;
import id.laras.target.Proposal;
import id.laras.target.TargetService;
import id.laras.words.Notices;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@LarasTest
@Tag("database")
class TargetPageTests {

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    @Autowired
    TargetService targets;

    private TestTeam team;
    private EvaluationId id;

    @BeforeEach
    void anEvaluation() {
        team = TestTeam.open(application, Scheme.NUMERIC);
        id = team.id("staff");
    }

    @Test
    void beforeTargetsAreProposedThePageSaysWhatWillBeThere() throws Exception {
        web.perform(get("/evaluations/" + id + "/targets").with(person("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Belum ada sasaran kinerja yang diajukan")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void everyVersionCanBeReadByThoseConcernedAndByNobodyElse() throws Exception {
        approve();
        web.perform(post("/evaluations/" + id + "/revision")
                        .with(person("officer"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/evaluations/" + id))
                .andExpect(told(Notices.DONE, "target.revision.requested"));
        var current = targets.approved(id).orElseThrow();
        team.complete(
                id,
                "officer",
                Step.REVISE_TARGETS,
                new Proposal("Anggaran <dipotong>", current.behaviourExpectation(), current.results()));

        for (var reader : new String[] {"staff", "officer", "head"}) {
            web.perform(get("/evaluations/" + id + "/targets").with(person(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Versi 1")))
                    .andExpect(content().string(containsString("Versi 2")))
                    .andExpect(content().string(containsString("Anggaran &lt;dipotong&gt;")))
                    .andExpect(content().string(containsString("menunggu persetujuan")))
                    .andExpect(content().string(containsString("Disetujui oleh Pegawai officer")))
                    .andExpect(content().string(not(containsString("??"))));
        }
        web.perform(get("/evaluations/" + id + "/targets?lang=en").with(person("somebody", "AUDITOR")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Targets (SKP)")));
        web.perform(get("/evaluations/" + id + "/targets").with(person("peer1")))
                .andExpect(status().isNotFound());
        web.perform(get("/evaluations/no-such/targets").with(person("staff"))).andExpect(status().isNotFound());
    }

    @Test
    void aRefusedRevisionIsExplainedOnTheEvaluationsPage() throws Exception {
        web.perform(post("/evaluations/" + id + "/revision")
                        .with(person("staff"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/evaluations/" + id))
                .andExpect(told(Notices.PROBLEMS, "target.revision.notActive"));
        approve();
        web.perform(post("/evaluations/" + id + "/revision")
                        .with(person("head"))
                        .with(csrf()))
                .andExpect(told(Notices.PROBLEMS, "target.revision.notYours"));
        web.perform(get("/evaluations/" + id)
                        .with(person("head"))
                        .flashAttr(Notices.PROBLEMS, List.of(new Refusal.Problem("target.revision.notYours"))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Hanya pegawai dan pejabat penilainya")));
    }

    @Test
    void forAnOutsiderThereIsNoEvaluationToRevise() throws Exception {
        approve();
        web.perform(post("/evaluations/" + id + "/revision")
                        .with(person("peer1"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(post("/evaluations/" + id + "/revision").with(person("staff")))
                .andExpect(status().isForbidden());
    }

    private static ResultMatcher told(String notices, String key) {
        return answer -> assertThat(Notices.in(answer.getFlashMap().get(notices)))
                .extracting(Refusal.Problem::key)
                .containsExactly(key);
    }

    private void approve() {
        team.complete(id, "staff", Step.DRAFT_TARGETS, Plans.simple());
        team.complete(id, "officer", Step.APPROVE_TARGETS, new Approval(true, null, null, null));
    }

    private RequestPostProcessor person(String name, String... roles) {
        return user(team.account(name))
                .authorities(
                        Arrays.stream(roles).map(SimpleGrantedAuthority::new).toList());
    }
}
