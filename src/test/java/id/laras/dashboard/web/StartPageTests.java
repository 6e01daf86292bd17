package id.laras.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.laras.LarasTest;
import id.laras.TestTeam;
import id.laras.cycle.Scheme;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Everybody is led to their work, in their language. */
@LarasTest
class StartPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext application;

    @Test
    void anOpenTaskIsOneClickAway() throws Exception {
        var team = TestTeam.open(application, Scheme.QUADRANT);
        var task = team.task(team.id("staff"), "staff", Step.DRAFT_TARGETS);
        assertThat(body(get("/"), team.account("staff")))
                .contains("Satu tugas menunggu Anda.", "/camunda/app/tasklist/default/#/?task=" + task.getId())
                .contains("/evaluations/" + team.id("staff"));
    }

    @Test
    void whoHasNothingToDoIsToldWhatWillAppear() throws Exception {
        assertThat(body(get("/"), "tamu")).contains("Tidak ada tugas yang menunggu Anda.");
    }

    @Test
    void theWayToTheWorkOfHrIsShownToHrOnly() throws Exception {
        assertThat(body(get("/"), "tamu")).doesNotContain("/hr/", "/audit/");
        assertThat(body(get("/"), "tamu", Role.HR))
                .contains("/hr/people", "/hr/cycles", "/hr/evaluations", "/hr/incidents", "/audit/evaluations");
        assertThat(body(get("/"), "tamu", Role.AUDITOR))
                .contains("/audit/evaluations")
                .doesNotContain("/hr/");
    }

    /** What HR came for stands above the tasks, of which HR has few. */
    @Test
    void hrReadsFirstWhatItManagesAndEverybodyElseTheirTasks() throws Exception {
        assertThat(body(get("/"), "tamu", Role.HR))
                .containsSubsequence("<h1", "id=\"kelola\"", "id=\"tugas\"", "id=\"jejak\"");
        assertThat(body(get("/"), "tamu")).contains("id=\"tugas\"").doesNotContain("id=\"kelola\"");
    }

    @Test
    void pagesSpeakIndonesianWhateverTheBrowserPrefers() throws Exception {
        assertThat(body(get("/").locale(Locale.ENGLISH), "tamu"))
                .contains("<html lang=\"id\"", "Keluar")
                .doesNotContain("Log out");
    }

    @Test
    void whoChoosesEnglishKeepsIt() throws Exception {
        var chosen = answer(get("/").param("lang", "en"), "tamu");
        assertThat(chosen.getContentAsString()).contains("<html lang=\"en\"", "Log out");
        assertThat(chosen.getCookie("LARAS-LANG").getValue()).isEqualTo("en");

        var later = body(get("/evaluations").cookie(chosen.getCookie("LARAS-LANG")), "tamu");
        assertThat(later).contains("My evaluations").doesNotContain("Penilaian saya");
    }

    @Test
    void aLanguageThatWeDoNotSpeakIsIgnored() throws Exception {
        assertThat(body(get("/").param("lang", "<script>"), "tamu")).contains("<html lang=\"id\"");
        assertThat(body(get("/").param("lang", "fr"), "tamu")).contains("<html lang=\"id\"");
    }

    private String body(MockHttpServletRequestBuilder request, String account, Role... roles) throws Exception {
        return answer(request, account, roles).getContentAsString();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String account, Role... roles)
            throws Exception {
        var authorities = Arrays.stream(roles)
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .toList();
        return mvc.perform(request.with(user(account).authorities(authorities)))
                .andReturn()
                .getResponse();
    }
}
