package id.laras.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.laras.LarasTest;
import id.laras.TestTeam;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.security.Role;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;

/** Who may see an evaluation, and what of it. */
@LarasTest
class EvaluationPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext application;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    EvaluationRecorder recorder;

    TestTeam team;
    String page;

    @BeforeEach
    void openAnEvaluation() {
        team = TestTeam.open(application, Scheme.NUMERIC);
        page = "/evaluations/" + team.id("staff");
    }

    @Test
    void thePersonAndTheirSuperiorsReadTheEvaluation() throws Exception {
        for (var reader : new String[] {"staff", "officer", "head"}) {
            assertThat(as(team.account(reader), page).getContentAsString()).contains("Penilaian Pegawai staff");
        }
    }

    @Test
    void hrAndAuditorsReadEveryEvaluation() throws Exception {
        assertThat(as("siapa-saja", page, Role.HR).getStatus()).isEqualTo(200);
        assertThat(as("siapa-saja", page, Role.AUDITOR).getStatus()).isEqualTo(200);
    }

    @Test
    void everybodyReadsItInTheRoomThatTheyCameFrom() throws Exception {
        assertThat(as(team.account("officer"), page).getContentAsString())
                .containsPattern("href=\"/evaluations\"[^>]*aria-current=\"page\"");
        assertThat(as("siapa-saja", page, Role.HR).getContentAsString())
                .containsPattern("href=\"/hr/evaluations\"[^>]*aria-current=\"page\"")
                .doesNotContainPattern("href=\"/evaluations\"[^>]*aria-current=\"page\"");
        assertThat(as("siapa-saja", page, Role.AUDITOR).getContentAsString())
                .containsPattern("href=\"/audit/evaluations\"[^>]*aria-current=\"page\"");
        assertThat(as("siapa-saja", page + "/targets", Role.HR).getContentAsString())
                .as("the versions of its targets stand in the same room")
                .containsPattern("href=\"/hr/evaluations\"[^>]*aria-current=\"page\"")
                .doesNotContainPattern("href=\"/evaluations\"[^>]*aria-current=\"page\"");
    }

    @Test
    void nobodyElseLearnsWhetherAnEvaluationExists() throws Exception {
        var unknown = "/evaluations/" + UUID.randomUUID();
        for (var stranger : new String[] {"peer1", "sub1"}) {
            var hidden = as(team.account(stranger), page);
            var missing = as(team.account(stranger), unknown);
            assertThat(hidden.getStatus()).isEqualTo(404).isEqualTo(missing.getStatus());
            assertThat(hidden.getContentAsString()).isEqualTo(missing.getContentAsString());
        }
    }

    @Test
    void theNipIsShownToThePersonHrAndAuditorsAndToNoAssessor() throws Exception {
        var nip = evaluations.get(team.id("staff")).employeeNip();
        assertThat(as(team.account("staff"), page).getContentAsString()).contains(nip);
        for (var role : new Role[] {Role.HR, Role.AUDITOR}) {
            assertThat(as("siapa-saja", page, role).getContentAsString())
                    .as(role.name())
                    .contains(nip);
        }
        for (var above : new String[] {"officer", "head"}) {
            assertThat(as(team.account(above), page).getContentAsString())
                    .as(above)
                    .contains("Penilaian Pegawai staff")
                    .doesNotContain(nip);
        }
        var meeting = as("siapa-saja", page, Role.PERFORMANCE_TEAM);
        assertThat(meeting.getStatus()).isEqualTo(200);
        assertThat(meeting.getContentAsString()).doesNotContain(nip);
    }

    @Test
    void runningTheSystemOpensNoEvaluation() throws Exception {
        assertThat(as("pengelola", page, Role.ADMIN).getStatus()).isEqualTo(404);
    }

    @Test
    void aRevisionIsOfferedToBothSidesWhileTheTargetsAreCarriedOut() throws Exception {
        assertThat(as(team.account("staff"), page).getContentAsString()).doesNotContain("/revision");

        recorder.enter(team.id("staff"), Stage.MONITORING);

        assertThat(as(team.account("staff"), page).getContentAsString()).contains(page + "/revision");
        assertThat(as(team.account("officer"), page).getContentAsString()).contains(page + "/revision");
        assertThat(as(team.account("head"), page).getContentAsString()).doesNotContain("/revision");
        assertThat(as("siapa-saja", page, Role.HR).getContentAsString()).doesNotContain("/revision");
    }

    @Test
    void thePageLeadsToAllVersionsOfTheTargets() throws Exception {
        assertThat(as(team.account("staff"), page).getContentAsString()).contains("href=\"" + page + "/targets\"");
        assertThat(as(team.account("staff"), page + "/targets").getStatus()).isEqualTo(200);
    }

    @Test
    void theTrailIsOfferedToThoseWhoMayReadIt() throws Exception {
        assertThat(as(team.account("staff"), page).getContentAsString()).doesNotContain("/audit/");
        assertThat(as("siapa-saja", page, Role.AUDITOR).getContentAsString()).contains("/audit/evaluations/");
    }

    @Test
    void theStageIsToldInWordsAndToScreenReaders() throws Exception {
        recorder.enter(team.id("staff"), Stage.MONITORING);
        assertThat(as(team.account("staff"), page).getContentAsString())
                .containsPattern("aria-current=\"step\">\\s*Pelaksanaan")
                .containsPattern("class=\"done\">\\s*Perencanaan");
    }

    @Test
    void everybodySeesTheirOwnEvaluationsAndThoseOfTheirPeople() throws Exception {
        var staff = as(team.account("staff"), "/evaluations").getContentAsString();
        assertThat(staff).contains(page, "/evaluations/" + team.id("sub1"));
        assertThat(staff).doesNotContain("/evaluations/" + team.id("peer1"), "/evaluations/" + team.id("officer"));
    }

    private MockHttpServletResponse as(String account, String path, Role... roles) throws Exception {
        var authorities = Arrays.stream(roles)
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .toList();
        return mvc.perform(get(path).with(user(account).authorities(authorities)))
                .andReturn()
                .getResponse();
    }
}
