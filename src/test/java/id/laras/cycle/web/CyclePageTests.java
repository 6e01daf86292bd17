package id.laras.cycle.web;

import static id.laras.CsrfTokens.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.laras.LarasTest;
import id.laras.cycle.OrganisationPredicate;
import id.laras.cycle.UnitPredicates;
import id.laras.intake.PeopleImport;
import id.laras.opening.OpeningService;
import id.laras.people.PeopleFixture;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@LarasTest
class CyclePageTests {

    @Autowired
    MockMvc web;

    @Autowired
    OpeningService openings;

    @Autowired
    PeopleImport people;

    @Autowired
    UnitPredicates unitPredicates;

    @Autowired
    JdbcTemplate jdbc;

    private final PeopleFixture fixture = new PeopleFixture();
    private final String name = "Siklus " + UUID.randomUUID();

    @Test
    void hrCreatesOpensAndFollowsACycle() throws Exception {
        people.run(fixture.units(), fixture.employees(), "sdm");
        web.perform(get("/hr/cycles/new").with(hr()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Buat siklus")))
                .andExpect(content().string(not(containsString("??"))));
        var page = create();
        var id = page.substring(page.lastIndexOf('/') + 1);
        web.perform(get(page).with(hr()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("4 pegawai, 0 sudah dibuka")))
                .andExpect(content().string(containsString("Periodik")))
                .andExpect(content().string(containsString("tiap 3 bulan")))
                .andExpect(content().string(not(containsString("??"))));

        web.perform(post(page + "/opening")
                        .param("unit", fixture.unit())
                        .with(hr())
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        await().until(() -> openings.progress(id).orElseThrow().finished());

        web.perform(get(page + "/progress").with(hr()))
                .andExpect(jsonPath("$.opened").value(3))
                .andExpect(jsonPath("$.skipped").value(1))
                .andExpect(jsonPath("$.running").value(false));
        web.perform(get(page).with(hr()))
                .andExpect(content().string(containsString("3 penilaian dibuka")))
                .andExpect(content()
                        .string(matchesPattern("(?s).*Pembukaan terakhir selesai [^<]* \\d\\d\\.\\d\\d WIB.*")))
                .andExpect(content().string(containsString("Belum punya atasan langsung")))
                .andExpect(content().string(containsString("Atasan di luar ASN")))
                .andExpect(content().string(not(containsString("??"))));
        web.perform(post(page + "/predicates")
                        .param("predicate-" + fixture.unit(), "GOOD")
                        .with(hr())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(unitPredicates.find(id, fixture.unit())).contains(OrganisationPredicate.GOOD);
        web.perform(post(page + "/predicates")
                        .param("predicate-" + fixture.unit(), "SEMPURNA")
                        .with(hr())
                        .with(csrf()))
                .andExpect(status().isBadRequest());
        // from a page that was opened before somebody else entered it
        web.perform(post(page + "/predicates")
                        .param("shown-" + fixture.unit(), "")
                        .param("predicate-" + fixture.unit(), "POOR")
                        .with(hr())
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("sementara itu sudah diisi orang lain: Baik")))
                .andExpect(content().string(containsString("name=\"shown-" + fixture.unit() + "\" value=\"GOOD\"")))
                .andExpect(content().string(matchesPattern("(?s).*<option value=\"POOR\"[^>]* selected.*")));
        web.perform(post(page + "/predicates")
                        .param("shown-" + fixture.unit(), "POOR")
                        .param("predicate-" + fixture.unit(), "POOR")
                        .with(hr())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(unitPredicates.find(id, fixture.unit())).contains(OrganisationPredicate.GOOD);
        web.perform(get("/hr/cycles").param("name", name).with(hr()))
                .andExpect(content().string(containsString(name + "</a>")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void aRefusedCycleKeepsWhatWasTypedAndSaysWhatIsWrongTwice() throws Exception {
        var answer = web.perform(
                        wish().param("lastDay", "2025-01-01").with(hr()).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"2025-01-01\"")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(answer.split("Hari terakhir periode harus sesudah hari pertama", -1))
                .hasSize(3);
    }

    @Test
    void anInterruptedOpeningIsToldAndGoesOnWithOneClick() throws Exception {
        people.run(fixture.units(), fixture.employees(), "sdm");
        var page = create();
        var id = page.substring(page.lastIndexOf('/') + 1);
        var opening = UUID.randomUUID().toString();
        jdbc.update(
                "insert into opening (id, cycle_id, started_by, started_at, total, already, opened, skipped, interrupted,"
                        + " version) values (?, ?, 'sdm', '2026-01-01 00:00:00', 4, 0, 1, 0, true, 0)",
                opening,
                id);
        jdbc.update("insert into opening_unit (opening_id, unit_code) values (?, ?)", opening, fixture.unit());

        web.perform(get(page).with(hr()))
                .andExpect(content().string(containsString("terputus setelah 1 dari 4 pegawai")))
                .andExpect(content().string(containsString("type=\"hidden\" name=\"unit\" value=\"" + fixture.unit())))
                .andExpect(content().string(not(containsString("Siklus sedang dibuka"))))
                .andExpect(content().string(not(containsString("??"))));
        web.perform(get(page + "/progress").with(hr()))
                .andExpect(jsonPath("$.running").value(false));
    }

    @Test
    void openingForNoUnitIsRefusedOnThePage() throws Exception {
        var page = create();

        web.perform(post(page + "/opening").with(hr()).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Centang sedikitnya satu unit.")));
    }

    @Test
    void anUnknownCycleIsNotFound() throws Exception {
        web.perform(get("/hr/cycles/tidak-ada").with(hr())).andExpect(status().isNotFound());
    }

    @Test
    void thePagesSpeakEnglishToo() throws Exception {
        web.perform(get("/hr/cycles/new").param("lang", "en").with(hr()))
                .andExpect(content().string(containsString("Scoring scheme")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void nobodyButHrOpensCycles() throws Exception {
        web.perform(get("/hr/cycles").with(user("auditor").authorities(new SimpleGrantedAuthority("AUDITOR"))))
                .andExpect(status().isForbidden());
    }

    @Test
    void aWarningIsConfirmedBeforeACycleIsMadeAndNothingIsLost() throws Exception {
        var asked = web.perform(wish().param("lastDay", "2026-12-31").with(hr()).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(
                        content().string(containsString("Batas penetapan sasaran kinerja (31 Jan 2026) sudah lewat")))
                .andExpect(content().string(containsString("value=\"" + name + "\"")))
                .andExpect(content().string(containsString("value=\"2026-01-31\"")))
                .andExpect(content().string(not(containsString("??"))))
                .andReturn();
        assertThat(jdbc.queryForObject("select count(*) from cycle where name = ?", Integer.class, name))
                .isZero();

        web.perform(wish().param("lastDay", "2026-12-31")
                        .param("seen", "lain")
                        .with(hr())
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        web.perform(wish().param("lastDay", "2026-12-31")
                        .param("seen", seal(asked))
                        .with(hr())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void hrSeesWhatAChangeDoesGivesAReasonAndWithdraws() throws Exception {
        var page = create();
        var change = page + "/change";
        web.perform(get(change).with(hr()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("belum dibuka untuk siapa pun")))
                .andExpect(content().string(not(containsString("??"))));
        web.perform(get(change).param("targetsDue", "2027-01-01").with(hr()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"2027-01-01\"")))
                .andExpect(content().string(containsString("Batas penetapan sasaran kinerja harus di dalam periode")));
        var preview = web.perform(get(change).param("targetsDue", "2026-02-14").with(hr()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("31 Jan 2026")))
                .andExpect(content().string(containsString("14 Feb 2026")))
                .andExpect(content().string(containsString("Tidak seorang pun terkena")))
                .andExpect(content().string(not(containsString("??"))))
                .andReturn();

        web.perform(post(change)
                        .param("targetsDue", "2026-02-14")
                        .param("reason", "Libur panjang")
                        .with(hr())
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Libur panjang")))
                .andExpect(content().string(containsString("Ada yang perlu Anda periksa dahulu")));
        web.perform(post(change)
                        .param("targetsDue", "2026-02-14")
                        .param("reason", "Libur panjang")
                        .param("seen", seal(preview))
                        .with(hr())
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        web.perform(get(page).with(hr()))
                .andExpect(content().string(containsString("Libur panjang")))
                .andExpect(content().string(containsString("14 Feb 2026")))
                .andExpect(content().string(not(containsString("??"))));

        web.perform(post(page + "/withdrawal").param("why", " ").with(hr()).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Tulis alasannya.")));
        web.perform(post(page + "/withdrawal").param("why", "Keliru").with(hr()).with(csrf()))
                .andExpect(redirectedUrl("/hr/cycles"));
        web.perform(get(change).with(hr())).andExpect(status().isNotFound());
    }

    private static String seal(MvcResult asked) throws Exception {
        var found = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"")
                .matcher(asked.getResponse().getContentAsString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String create() throws Exception {
        var asked = web.perform(wish().param("lastDay", "2026-12-31").with(hr()).with(csrf()))
                .andReturn();
        return web.perform(wish().param("lastDay", "2026-12-31")
                        .param("seen", seal(asked))
                        .with(hr())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private MockHttpServletRequestBuilder wish() {
        return post("/hr/cycles")
                .param("name", name)
                .param("kind", "PERIODIC")
                .param("scheme", "QUADRANT")
                .param("firstDay", "2026-01-01")
                .param("targetsDue", "2026-01-31")
                .param("checkInMonths", "3")
                .param("assessmentOpens", "2026-12-01")
                .param("feedbackCloses", "2026-12-14")
                .param("assessmentDue", "2026-12-31")
                .param("calibrationDue", "2027-01-15");
    }

    private static RequestPostProcessor hr() {
        return user("sdm").authorities(List.of(new SimpleGrantedAuthority("HR"), new SimpleGrantedAuthority("STAFF")));
    }
}
