package id.laras.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.laras.LarasTest;
import id.laras.TestTeam;
import id.laras.cycle.EvaluationService;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.security.Role;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;

/** HR finds every evaluation of a cycle, and only HR does. */
@LarasTest
class OverviewPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext application;

    @Autowired
    EvaluationService evaluations;

    TestTeam team;
    String cycle;

    @BeforeEach
    void openACycle() {
        team = TestTeam.open(application, Scheme.NUMERIC);
        cycle = team.evaluation("staff").cycle().id();
    }

    @Test
    void evaluationsAreCountedByUnitAndStage() throws Exception {
        evaluations.enter(team.id("staff"), Stage.MONITORING);
        assertThat(overview("cycle=" + cycle))
                .containsPattern("stage=MONITORING#daftar\">1</a>")
                .containsPattern("stage=TARGET_SETTING#daftar\">7</a>");
    }

    @Test
    void theListCanBeNarrowedToAStage() throws Exception {
        evaluations.enter(team.id("staff"), Stage.MONITORING);
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
