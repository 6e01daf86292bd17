package id.laras.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.laras.ClosingScene;
import id.laras.LarasTest;
import id.laras.cycle.Scheme;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;

/** What was said after the rating stands on the page of the evaluation, for those whom the forms promise it to. */
@LarasTest
@Tag("database")
class ClosedEvaluationPageTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    Clock clock;

    private ClosingScene scene;
    private String id;

    @BeforeEach
    void anObjectionIsDecidedAndTheUnitCalibrated() {
        scene = new ClosingScene(context, Scheme.QUADRANT, 1);
        id = scene.evaluationOf(1);
        scene.decideObjection(1);
        jdbc.update(
                "update result_review set evidence = ? where evaluation_id = ?",
                "[{\"link\":\"https://example.go.id/bukti\"},{\"fileId\":\"f1\",\"fileName\":\"foto.jpg\"}]",
                id);
        scene.join(1);
        scene.answer(scene.calibrationId(), "sdm", Map.of("moves", List.of(), "note", "Hadir: para kepala seksi"));
        scene.run(scene.job(scene.calibrationId()));
        scene.run(scene.job(id));
    }

    @Test
    void theEmployeeReadsWhoFixedThePredicateWhenAndWithWhichNote() throws Exception {
        assertThat(page(scene.employee(1)))
                .contains("Predikat ini final karena keberatannya sudah diputuskan")
                .doesNotContain("masih dapat berubah")
                .doesNotContain("Catatan penetapan");
        fix();
        assertThat(page(scene.employee(1)))
                .containsPattern("Predikat ini ditetapkan oleh Kepala Bidang pada \\d+ \\w+ \\d{4} \\d\\d\\.\\d\\d WIB")
                .contains("Pertahankan mutu layanan");
    }

    /** Nobody objected, and the meeting is over: only the assessor's word is awaited. */
    @Test
    void afterTheMeetingNobodyReadsThatThePredicateMayStillChange() throws Exception {
        var accepted = new ClosingScene(context, Scheme.QUADRANT, 1);
        id = accepted.evaluationOf(1);
        accepted.join(1);
        assertThat(page(accepted.employee(1))).contains("masih dapat berubah karena keberatan atau kalibrasi");
        accepted.answer(accepted.calibrationId(), "sdm", Map.of("moves", List.of(), "note", "Hadir"));
        accepted.run(accepted.job(accepted.calibrationId()));
        accepted.run(accepted.job(id));
        assertThat(page(accepted.employee(1)))
                .contains("Predikat ini tidak berubah lagi. Pejabat penilai tinggal menetapkannya")
                .doesNotContain("masih dapat berubah");
    }

    @Test
    void employeesReadTheirCoachingNotesBesideTheAgreements() throws Exception {
        fix();
        var today = LocalDate.now(clock);
        scene.answer(
                id,
                Step.PLAN_DEVELOPMENT,
                ClosingScene.ASSESSOR,
                Map.of("coaching", Map.of("kind", "COUNSELLING", "topic", "Beban kerja", "until", today)));
        assertThat(page(scene.employee(1))).contains("Konseling kinerja").contains("Beban kerja");
        scene.answer(
                id,
                Step.HOLD_COACHING,
                ClosingScene.ASSESSOR,
                Map.of("heldOn", today, "notes", "Jam lembur dibahas", "agreements", "Giliran jaga diatur"));
        assertThat(page(scene.employee(1))).contains("Jam lembur dibahas").contains("Giliran jaga diatur");
    }

    @Test
    void theAnnualResultShowsThePeriodicPredicatesOfTheYear() throws Exception {
        var quarter = new ClosingScene(context, Scheme.QUADRANT, 1);
        var nip = "%018d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000_000L));
        jdbc.update(
                "update cycle set kind = 'PERIODIC', name = ?, last_day = '2026-03-31' where id = ?",
                "Triwulan I " + nip,
                quarter.cycleId());
        jdbc.update(
                "update evaluation set employee_nip = ?, predicate = 'VERY_GOOD' where id = ?",
                nip,
                quarter.evaluationOf(1));
        jdbc.update("update evaluation set employee_nip = ? where id = ?", nip, id);
        assertThat(page(scene.employee(1))).contains("Triwulan I " + nip + " (1 Jan 2026 – 31 Mar 2026)");
    }

    @Test
    void theEvidenceOfAnObjectionStandsBesideItsReasons() throws Exception {
        assertThat(page(scene.employee(1)))
                .contains("href=\"https://example.go.id/bukti\"")
                .containsPattern("href=\"/api/files/f1\"[^>]*>foto.jpg<");
    }

    @Test
    void theMeetingIsToldAndItsNoteToEverybodyButTheEmployee() throws Exception {
        assertThat(page("sdm", Role.HR)).contains("Kalibrasi unit").contains("Hadir: para kepala seksi");
        assertThat(page(ClosingScene.ASSESSOR)).contains("Hadir: para kepala seksi");
        assertThat(page(scene.employee(1))).contains("Kalibrasi unit").doesNotContain("Hadir: para kepala seksi");
    }

    private void fix() {
        scene.answer(id, ClosingScene.ASSESSOR, Map.of("confirmed", true, "note", " Pertahankan mutu layanan "));
        scene.run(scene.job(id));
    }

    private String page(String account, Role... roles) throws Exception {
        var authorities = List.of(roles).stream()
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .toList();
        return mvc.perform(get("/evaluations/" + id).with(user(account).authorities(authorities)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
