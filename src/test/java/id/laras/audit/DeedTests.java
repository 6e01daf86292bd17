package id.laras.audit;

import static id.laras.CsrfTokens.csrf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.laras.ClosingScene;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.CycleService;
import id.laras.cycle.OrganisationPredicate;
import id.laras.cycle.Scheme;
import id.laras.cycle.UnitPredicates;
import id.laras.cycle.Wish;
import id.laras.engine.Incidents;
import id.laras.engine.OnBehalf;
import id.laras.engine.probe.ProbeDelegate;
import id.laras.engine.probe.Probes;
import id.laras.intake.PeopleImport;
import id.laras.intake.PeopleImports;
import id.laras.intake.SourceFile;
import id.laras.opening.OpeningService;
import id.laras.people.PeopleFixture;
import id.laras.rules.Refusal;
import id.laras.security.AccountService;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.FourEyes;
import id.laras.security.Role;
import id.laras.steps.TrailEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.IllegalTransactionStateException;

/** What HR does outside of any single evaluation is written down with the deed, or it does not happen (ADR 0027). */
@LarasTest
@Tag("database")
class DeedTests {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    @Autowired
    TimelineService timelines;

    @Autowired
    PeopleImport people;

    @Autowired
    AccountService accounts;

    @Autowired
    FourEyes fourEyes;

    @Autowired
    TestPeople testPeople;

    @Autowired
    PeopleImports imports;

    @Autowired
    CycleService cycles;

    @Autowired
    OpeningService openings;

    @Autowired
    UnitPredicates unitPredicates;

    @Autowired
    Incidents incidents;

    @Autowired
    Probes probes;

    @Autowired
    ProbeDelegate delegate;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    TaskService tasks;

    @Autowired
    Deeds deeds;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvc web;

    private final String hr = "sdm-" + UUID.randomUUID().toString().substring(0, 8);
    private final PeopleFixture fixture = new PeopleFixture();

    @Test
    void anImportIsRecordedWithItsFilesAndCountsByWhomeverItWas() throws Exception {
        var preview = web.perform(multipart("/hr/people")
                        .file(new MockMultipartFile(
                                "units",
                                "unit 2026.csv",
                                "text/csv",
                                fixture.units().content()))
                        .file(new MockMultipartFile(
                                "employees",
                                "pegawai.csv",
                                "text/csv",
                                new String(fixture.employees().content(), UTF_8)
                                        .replace("Sri Wahyuni,", "Sri Wahyuni,satu" + hr + "@kota.go.id")
                                        .replace("Hendra Wijaya,", "Hendra Wijaya,satu" + hr + "@kota.go.id")
                                        .getBytes(UTF_8)))
                        .with(as(hr, Role.HR))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var id = preview.substring(preview.lastIndexOf('/') + 1);
        var person = new Actor(hr, Set.of(Role.HR));
        imports.running(id, person).orElseThrow().get(1, TimeUnit.MINUTES);
        assertThat(deeds()).isEmpty();
        web.perform(post(preview + "/apply")
                        .param("confirmed", "true")
                        .with(as(hr, Role.HR))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        imports.running(id, person).orElseThrow().get(1, TimeUnit.MINUTES);
        var deed = deed("Mengimpor pegawai");
        assertThat(deed.raw())
                .startsWith("{\"files\":[\"unit 2026.csv\",\"pegawai.csv\"],\"answered\":2,"
                        + "\"organisationUnits\":{\"added\":1,\"changed\":0,\"ended\":0,\"unchanged\":0},"
                        + "\"employees\":{\"added\":4,\"changed\":0,\"ended\":0,\"unchanged\":0},\"parts\":\"parts-");
        var lines = timelines
                .parts(deed.parts(), PageRequest.of(0, 100), INDONESIAN)
                .getContent();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(3).raw())
                .contains(
                        "\"key\":\"" + fixture.nip(2) + "\"",
                        "{\"column\":\"atasan_nip\",\"from\":null,\"to\":\"" + fixture.nip(1));
        assertThat(web.perform(get("/audit/deeds/" + deed.parts()).with(as(hr, Role.HR)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Baris impor", "Ditambahkan", fixture.nip(2))
                .doesNotContain("??", "<dt>column", "<dt>table");
    }

    @Test
    void aRefusedImportHasDoneNothingAndLeavesNoTrail() {
        var broken = new SourceFile("rusak.csv", "kode;nama\n".getBytes(StandardCharsets.UTF_8));
        assertThat(people.run(broken, null, hr).accepted()).isFalse();
        assertThat(deeds()).isEmpty();
    }

    @Test
    void whatAnAdministratorAsksForIsRecordedWithWhoConfirmedIt() {
        var name = "uji-" + UUID.randomUUID().toString().substring(0, 8);
        testPeople.account(hr, Role.ADMIN);
        testPeople.account("uji-admin", Role.ADMIN);
        accounts.register(name, "Orang Uji", null);
        fourEyes.setRoles(name, Set.of(Role.AUDITOR), Set.of(), new Actor(hr, Set.of(Role.ADMIN)));
        var asked = deed("Meminta perubahan kewenangan");
        assertThat(asked.answer())
                .contains(
                        AnswerField.plain("Akun", name),
                        AnswerField.plain("Perubahan", "Memberi peran"),
                        AnswerField.plain("Diminta oleh", hr));
        var id = jdbc.queryForObject("select id from privileged_change where account = ?", String.class, name);
        fourEyes.confirm(id, new Actor("uji-admin", Set.of(Role.ADMIN)));

        assertThat(deed("Mengubah peran akun").raw())
                .isEqualTo("{\"account\":\"" + name + "\",\"before\":[\"STAFF\"],\"after\":[\"STAFF\",\"AUDITOR\"],"
                        + "\"unitsBefore\":[],\"unitsAfter\":[]}");
        assertThat(jdbc.queryForList(
                        "select actor from trail_entry where what = 'account.confirmed' and answer like ?",
                        String.class,
                        "%" + name + "%"))
                .containsExactly("uji-admin");
    }

    @Test
    void ofAPasswordNothingIsRecordedThanWhoseItIs() {
        testPeople.account(hr);
        accounts.changePassword(TestPeople.PASSWORD, "kuda hitam lari pagi", new Actor(hr, Set.of(Role.STAFF)));
        assertThat(deed("Mengganti kata sandi akun").raw()).isEqualTo("{\"account\":\"" + hr + "\"}");
    }

    @Test
    void openingACycleIsRecordedWithItsUnits() {
        var cycle = openedCycle();
        assertThat(deed("Membuka siklus untuk unit").answer())
                .contains(AnswerField.plain("Siklus", cycle), AnswerField.plain("Pegawai", "4"))
                .anySatisfy(field -> assertThat(field.fields())
                        .containsExactly(AnswerField.plain("1.", fixture.unit().replace("UNIT", "Unit "))));
    }

    @Test
    void aChangedUnitPredicateIsRecordedWithTheOneBefore() {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 1);
        unit(scene);
        cycles.setUnitPredicate(scene.cycleId(), scene.unitCode(), OrganisationPredicate.GOOD, hr);
        cycles.setUnitPredicate(scene.cycleId(), scene.unitCode(), OrganisationPredicate.EXCELLENT, hr);
        cycles.setUnitPredicate(scene.cycleId(), scene.unitCode(), OrganisationPredicate.EXCELLENT, hr);
        assertThat(deeds()).hasSize(2);
        assertThat(deeds().get(0).answer())
                .contains(AnswerField.plain("Dari", "Baik"), AnswerField.plain("Menjadi", "Istimewa"));
        assertThat(deeds().get(1).answer())
                .contains(AnswerField.plain("Menjadi", "Baik"))
                .noneMatch(field -> field.label().equals("Dari"));
    }

    @Test
    void afterTheCalibrationAUnitsPredicateStaysAsItWas() {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 1);
        unit(scene);
        cycles.setUnitPredicate(scene.cycleId(), scene.unitCode(), OrganisationPredicate.GOOD, hr);
        scene.join(1);
        scene.answer(scene.calibrationId(), "sdm", Map.of("moves", List.of(), "note", ""));

        var change = Map.of(scene.unitCode(), OrganisationPredicate.POOR);
        assertThatThrownBy(() -> cycles.setUnitPredicates(scene.cycleId(), change, Map.of(), hr))
                .isInstanceOf(Refusal.class)
                .hasMessage("cycle.predicates.decided");
        assertThat(unitPredicates.find(scene.cycleId(), scene.unitCode())).contains(OrganisationPredicate.GOOD);
        assertThat(deeds()).hasSize(1);
    }

    @Test
    void aSecondTryOfAFailedStepIsRecordedHereAndInWhatItIsAbout() {
        var probe = probes.start();
        delegate.breakDown();
        onBehalf.of(
                "uji-pegawai",
                () -> tasks.complete(probe.taskId(), Map.of("answer", "{\"text\":\"a\",\"failing\":true}")));
        probes.exhaust(probe);
        delegate.repair();
        var incident = incidents.open(new Actor(hr, Set.of(Role.HR)), Pageable.unpaged()).stream()
                .filter(open -> probe.businessKey().equals(open.businessKey()))
                .findFirst()
                .orElseThrow();
        incidents.retry(incident.id(), new Actor(hr, Set.of(Role.HR)));
        assertThat(deed("Menjalankan ulang langkah yang gagal").answer())
                .contains(AnswerField.plain("Langkah", "Coba hitung"));
        assertThat(jdbc.queryForList(
                        "select actor from trail_entry where subject = ? and what = 'incident.retried'",
                        String.class,
                        probe.businessKey()))
                .containsExactly(hr);
        probes.cancel(probe);
    }

    @Test
    void aDeedWithoutATransactionIsRefused() {
        assertThatThrownBy(() -> deeds.record(hr, TrailEvent.PEOPLE_IMPORTED, null, Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theRecordIsReadByDayAndTakenAsAFile() throws Exception {
        openedCycle();
        var today = LocalDate.now(clock);
        assertThat(timelines.deeds(today, today, PageRequest.of(0, 1), INDONESIAN))
                .isNotEmpty();
        assertThat(timelines.deeds(today.plusYears(500), null, PageRequest.of(0, 1), INDONESIAN))
                .isEmpty();
        assertThat(timelines.deeds(null, today.minusYears(500), PageRequest.of(0, 1), INDONESIAN))
                .isEmpty();
        var file = web.perform(get("/audit/deeds")
                        .param("from", today.toString())
                        .param("export", "csv")
                        .with(as(hr, Role.HR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(file).startsWith("\uFEFF").contains("Membuka siklus untuk unit");
        assertThat(deed("Mengunduh daftar sebagai berkas").raw()).contains("/audit/deeds", "from=" + today);
    }

    @Test
    void hrAndAuditorsReadTheRecordAndNobodyElse() throws Exception {
        openedCycle();
        for (var role : List.of(Role.HR, Role.AUDITOR)) {
            var page = web.perform(get("/audit/deeds").with(as(hr, role)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page).contains("Catatan tindakan SDM", "Membuka siklus untuk unit", hr);
            assertThat(page).doesNotContain("??", "<dt>cycleName", "<dt>unitNames", "<dt>already");
        }
        web.perform(get("/audit/deeds").param("lang", "en").with(as(hr, Role.HR)))
                .andExpect(status().isOk());
        web.perform(get("/audit/deeds").with(as("admin", Role.ADMIN))).andExpect(status().isForbidden());
    }

    private String openedCycle() {
        people.run(fixture.units(), fixture.employees(), null);
        var name = "Siklus " + UUID.randomUUID();
        var cycle = cycles.create(Wish.ofYear(name, 2026).of());
        openings.open(cycle.id(), List.of(fixture.unit()), hr).join();
        return name;
    }

    /** The scene writes evaluations only; whose predicate is entered, HR has imported. */
    private void unit(ClosingScene scene) {
        jdbc.update("insert into unit (code, name, version) values (?, 'Bidang Uji', 0)", scene.unitCode());
    }

    private Timeline.Entry deed(String what) {
        return deeds().stream()
                .filter(entry -> entry.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    /** This test's own, newest first. */
    private List<Timeline.Entry> deeds() {
        return timelines.deeds(null, null, PageRequest.of(0, 100), INDONESIAN).getContent().stream()
                .filter(entry -> List.of(hr, "Uji " + hr).contains(entry.actor()))
                .toList();
    }

    private static RequestPostProcessor as(String name, Role role) {
        return user(name).authorities(new SimpleGrantedAuthority(role.name()));
    }
}
