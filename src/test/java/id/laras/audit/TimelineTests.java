package id.laras.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.laras.ClosingScene;
import id.laras.LarasTest;
import id.laras.MigratedOver;
import id.laras.TestDatabase;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationReaders;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Scheme;
import id.laras.engine.StepCompleted;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.steps.TrailEvent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.IllegalTransactionStateException;

@LarasTest
@Tag("database")
class TimelineTests {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final Actor HR = new Actor("sdm", Set.of(Role.STAFF, Role.HR));
    private static final Actor AUDITOR = new Actor("auditor", Set.of(Role.STAFF, Role.AUDITOR));
    private static final String OPINION = "Sering terlambat menjawab";

    @Autowired
    ApplicationContext context;

    @Autowired
    TimelineService timelines;

    @Autowired
    EvaluationSearch search;

    @Autowired
    EvaluationReaders readers;

    @Autowired
    EvaluationRecorder recorder;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    Clock clock;

    private ClosingScene scene;
    private EvaluationId id;

    @BeforeEach
    void aColleagueHasGivenFeedback() {
        scene = new ClosingScene(context, Scheme.QUADRANT, 1);
        id = EvaluationId.of(scene.evaluationOf(1));
        scene.inTransaction(() -> context.publishEvent(new StepCompleted(
                id.value(),
                "Assessment",
                Step.GIVE_FEEDBACK.task(),
                "task-1",
                "rekan",
                null,
                Instant.parse("2026-12-05T07:05:00Z"),
                "{\"comment\":\"" + OPINION + "\"}",
                true)));
        feedbackCloses(yesterday());
    }

    @Test
    void untilTheClosingDayIsOverNobodyReadsThatAnOpinionCame() throws Exception {
        scene.inTransaction(() -> recorder.record(id, TrailEvent.OPINION_FORM_READ, "rekan", null));
        for (var day : List.of(yesterday().plusDays(1), yesterday().plusDays(2))) {
            feedbackCloses(day);
            for (var reader : List.of(HR, AUDITOR, new Actor("semua", Set.of(Role.HR, Role.AUDITOR, Role.ADMIN)))) {
                assertThat(timelines
                                .timeline(reader, id, INDONESIAN)
                                .orElseThrow()
                                .entries())
                        .as(reader + " until " + day)
                        .extracting(Timeline.Entry::what)
                        .containsOnly("Membaca jejak ini");
            }
            mvc.perform(get("/audit/evaluations/" + id).with(login("auditor", Role.AUDITOR)))
                    .andExpect(content().string(not(containsString("umpan balik"))))
                    .andExpect(content().string(not(containsString(OPINION))));
        }
        feedbackCloses(yesterday());
        assertThat(timelines.timeline(HR, id, INDONESIAN).orElseThrow().entries())
                .filteredOn(Timeline.Entry::hidden)
                .hasSize(2);
    }

    /** Else what came before the day was moved would be told from what came after. */
    @Test
    void allOpinionsStandUnderTheDayOnWhichTheFeedbackCloses() {
        feedbackCloses(yesterday().minusDays(3));
        scene.inTransaction(() -> recorder.record(id, TrailEvent.OPINION_FORM_READ, "rekan", null));
        feedbackCloses(yesterday());
        var entries = timelines.timeline(HR, id, INDONESIAN).orElseThrow().entries();
        assertThat(entries)
                .filteredOn(Timeline.Entry::hidden)
                .hasSize(2)
                .extracting(Timeline.Entry::at)
                .containsOnly(yesterday().atStartOfDay(clock.getZone()).toInstant());
        assertThat(entries).isSortedAccordingTo(Comparator.comparing(Timeline.Entry::at));
    }

    private LocalDate yesterday() {
        return LocalDate.now(clock).minusDays(1);
    }

    private void feedbackCloses(LocalDate day) {
        jdbc.update("update cycle set feedback_closes = ? where id = ?", day, scene.cycleId());
    }

    @Test
    void anAnswerIsWrittenDownWithTheDeed() {
        scene.join(1);
        var calibration = scene.calibrationId();
        assertThatThrownBy(() -> scene.answer(
                        calibration, "sdm", Map.of("moves", List.of(Map.of("evaluationId", id.value(), "to", "POOR")))))
                .hasMessageContaining("alasan");
        assertThat(trail(calibration)).as("taken, not answered").containsExactly("task.claimed");
        scene.answer(calibration, "sdm", Map.of("moves", List.of(), "note", "Rapat unit"));
        assertThat(trail(calibration)).containsExactly("task.claimed", Step.CALIBRATE_UNIT.task());
    }

    @Test
    void nothingIsRecordedOutsideOfATransaction() {
        var step = new StepCompleted(id.value(), "P", "UserTask_T", "t", "a", null, Instant.EPOCH, "{}", false);
        assertThatThrownBy(() -> context.publishEvent(step)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatOthersMovedInTheMeetingIsNotInAnEmployeesTimeline() {
        scene.join(1);
        var move = Map.of("evaluationId", id.value(), "to", "POOR", "reason", "Target layanan meleset");
        scene.answer(scene.calibrationId(), "sdm", Map.of("moves", List.of(move)));
        var timeline = timelines.timeline(HR, id, INDONESIAN).orElseThrow();
        assertThat(timeline.entries())
                .filteredOn(entry -> entry.what().equals("Predikat dipindahkan dalam kalibrasi"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.answer())
                        .contains(AnswerField.plain("Alasan", "Target layanan meleset"))
                        .contains(AnswerField.plain("Menjadi", "Kurang")));
        assertThat(timeline.entries()).noneMatch(entry -> entry.what().equals("Mengalibrasi predikat unit"));
        assertThat(timeline.scores()).hasSize(1);
    }

    @Test
    void hrReadsThatAColleagueGaveFeedbackButNeitherWhoNorWhat() {
        var entry = feedback(HR);
        assertThat(entry.hidden()).isTrue();
        assertThat(entry.actor()).isNull();
        assertThat(entry.answer()).isEmpty();
        assertThat(entry.raw()).isNull();
    }

    @Test
    void anAuditorReadsWhatColleaguesWroteButNotWhoWroteIt() {
        var entry = feedback(AUDITOR);
        assertThat(entry.actor()).isEqualTo("Seorang rekan");
        assertThat(entry.answer()).containsExactly(AnswerField.plain("Komentar", OPINION));
        assertThat(entry.time()).as("the closing day, not the moment").matches("\\d+ \\S+ \\d{4}");
        assertThat(entry.at()).isNotEqualTo(Instant.parse("2026-12-05T07:05:00Z"));
    }

    @Test
    void nobodyLearnsWhoWroteAboutThemNotEvenAnAuditor() {
        assertThat(feedback(new Actor(scene.employee(1), Set.of(Role.AUDITOR))).hidden())
                .isTrue();
    }

    @Test
    void whomTheFeedbackRoomNamesInAnEventIsToldToNobody() {
        scene.inTransaction(() -> recorder.record(id, TrailEvent.OPINION_FORM_READ, "rekan", "{\"note\":\"rekan\"}"));
        var entries = timelines.timeline(HR, id, INDONESIAN).orElseThrow().entries();
        assertThat(entries).filteredOn(Timeline.Entry::hidden).hasSize(2);
        assertThat(timelines.timeline(AUDITOR, id, INDONESIAN).orElseThrow().entries())
                .filteredOn(Timeline.Entry::hidden)
                .singleElement()
                .satisfies(entry -> assertThat(entry.raw()).isNull());
    }

    @Test
    void aCalibrationHasItsOwnTrailLinkedFromEvaluationAndSearch() throws Exception {
        scene.join(1);
        var calibration = scene.calibrationId();
        var move = Map.of("evaluationId", id.value(), "to", "POOR", "reason", "Target layanan meleset");
        scene.answer(calibration, "sdm", Map.of("moves", List.of(move), "note", "Rapat unit"));
        var link = "/audit/calibrations/" + calibration;
        for (var page : List.of("/audit/evaluations/" + id, "/audit/evaluations?cycle=" + scene.cycleId())) {
            mvc.perform(get(page).with(login("auditor", Role.AUDITOR)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(link)));
        }
        for (var reader : List.of(Role.HR, Role.AUDITOR)) {
            mvc.perform(get(link).with(login("pembaca", reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Mengalibrasi predikat unit")))
                    .andExpect(content().string(containsString("Target layanan meleset")))
                    .andExpect(content().string(containsString("Pegawai 1")))
                    .andExpect(content().string(not(containsString("??"))));
        }
        assertThat(trail(calibration))
                .containsExactly("task.claimed", Step.CALIBRATE_UNIT.task(), "audit.read", "audit.read");
        mvc.perform(get(link).with(login("staf", Role.STAFF))).andExpect(status().isForbidden());
        mvc.perform(get("/audit/calibrations/nothing").with(login("sdm", Role.HR)))
                .andExpect(status().isNotFound());
    }

    @Test
    void entriesOfOneDeedKeepTheirOrderThoughNumbersComeInBlocks() {
        scene.inTransaction(() -> {
            for (int i = 0; i < 120; i++) {
                note("test." + i, "sdm", "");
            }
        });
        assertThat(timelines.timeline(HR, id, INDONESIAN).orElseThrow().entries())
                .extracting(Timeline.Entry::raw)
                .filteredOn(raw -> raw != null && raw.contains("test."))
                .containsExactlyElementsOf(IntStream.range(0, 120)
                        .mapToObj(i -> "{\"note\":\"test." + i + "\"}")
                        .toList());
    }

    @Test
    void aLongTimelineIsReadInPagesAndNarrowed() throws Exception {
        scene.inTransaction(() -> {
            for (int i = 0; i < 120; i++) {
                note("test." + i, "sdm", "");
            }
        });
        var path = "/audit/evaluations/" + id;
        assertThat(page(path)).contains("Halaman 1 dari 3", "test.0<").doesNotContain("test.60<");
        assertThat(page(path + "?page=3")).contains("test.119<", "rel=\"prev\"").doesNotContain("test.60<");
        assertThat(page(path + "?down=true"))
                .containsSubsequence("test.119<", "test.100<")
                .doesNotContain("test.0<");
        assertThat(page(path + "?text=TEST.11"))
                .contains("test.11<", "test.119<")
                .doesNotContain("test.12<");
        assertThat(page(path + "?kind=STEP"))
                .contains("Memberi umpan balik rekan")
                .doesNotContain("test.0<");
        assertThat(page(path + "?until=2020-01-01")).contains("Tidak ada yang cocok");
        assertThat(page(path + "?from=" + yesterday().plusDays(1)))
                .contains("test.0<")
                .doesNotContain("Memberi umpan balik rekan");
        var file = page(path + "?text=test.11&export=csv");
        assertThat(file.lines().filter(line -> line.contains("test.11"))).hasSize(11);
        assertThat(trail(id.value())).contains("list.exported");
    }

    /** Something that happened, with a word to find it by. */
    private void note(String word, String actor, String more) {
        recorder.record(id, TrailEvent.REVISION_ASKED, actor, "{\"note\":\"" + word + "\"" + more + "}");
    }

    /** Stored are codes, ids and moments; people seek what they are shown. */
    @Test
    void everythingThatIsShownIsFoundInEitherLanguage() throws Exception {
        jdbc.update("insert into account (name, display_name, version) values ('uji', 'Sari Penilai', 0)");
        jdbc.update("insert into employee (nip, name, position, position_kind, unit_code, account, version)"
                + " values ('198001012005012999', 'Sari', 'Analis', 'JA', null, 'uji', 0)");
        try {
            scene.inTransaction(() -> {
                note("test.known", "uji", ",\"choice\":\"ABOVE\",\"until\":\"2031-02-03\",\"paid\":true");
                note("test.other", "sdm", ",\"choice\":\"BELOW\",\"until\":\"2031-03-04\"");
            });
            var today = LocalDate.now(clock);
            for (var words : List.of(
                    "text=DI%20atas%20ekspektasi",
                    "text=3%20Feb%202031",
                    "text=sari",
                    "text=198001012005012999",
                    "text=Above%20expectation&lang=en",
                    "text=Yes&lang=en")) {
                assertThat(page("/audit/evaluations/" + id + "?" + words))
                        .as(words)
                        .contains("test.known<")
                        .doesNotContain("test.other<");
            }
            assertThat(page("/audit/evaluations/" + id + "?text=" + today)).contains("test.known<", "test.other<");
            for (var code : List.of("above", "2031-02-03", "{")) {
                assertThat(page("/audit/evaluations/" + id + "?text="
                                + URLEncoder.encode(code, StandardCharsets.UTF_8)))
                        .as(code)
                        .doesNotContain("test.known<");
            }
            var file = page("/audit/evaluations/" + id + "?text=di%20atas%20ekspektasi&export=csv");
            assertThat(file).contains("test.known").doesNotContain("test.other");
        } finally {
            jdbc.update("delete from account where name = 'uji'");
            jdbc.update("delete from employee where account = 'uji'");
        }
    }

    /** What a search finds tells what is in it. */
    @Test
    void nobodyFindsOutBySearchingWhoGaveAnOpinionOrWhat() throws Exception {
        jdbc.update("insert into account (name, display_name, version) values ('rekan', 'Ratih Rekan', 0)");
        try {
            scene.inTransaction(() -> note("test.known", "rekan", ""));
            for (var role : List.of(Role.HR, Role.AUDITOR)) {
                for (var words : List.of("ratih", "menjawab")) {
                    assertThat(page("/audit/evaluations/" + id + "?text=" + words, role))
                            .doesNotContain("Memberi umpan balik rekan");
                }
                assertThat(page("/audit/evaluations/" + id + "?text=ratih", role))
                        .contains("test.known");
                assertThat(page("/audit/evaluations/" + id + "?text=umpan%20balik", role))
                        .contains("Memberi umpan balik rekan")
                        .doesNotContain("Ratih");
            }
            assertThat(page("/audit/evaluations/" + id + "?export=csv", Role.HR))
                    .doesNotContain(OPINION);
            assertThat(page("/audit/evaluations/" + id + "?export=csv", Role.AUDITOR))
                    .contains(OPINION);
        } finally {
            jdbc.update("delete from account where name = 'rekan'");
        }
    }

    @Test
    void opinionsStandInNoOrderOfTheirOwnOnWhateverPage() {
        var answers = List.of("{\"a\":\"3\"}", "{\"a\":\"1\"}", "{\"a\":\"2\"}");
        scene.inTransaction(() -> answers.forEach(answer -> context.publishEvent(new StepCompleted(
                id.value(),
                "Assessment",
                Step.GIVE_FEEDBACK.task(),
                "t",
                "rekan",
                null,
                Instant.EPOCH,
                answer,
                true))));
        for (var newest : List.of(false, true)) {
            var read = IntStream.range(0, 4)
                    .mapToObj(number -> timelines
                            .timeline(
                                    AUDITOR,
                                    id,
                                    new TrailQuery("umpan balik rekan", null, null, null, newest),
                                    PageRequest.of(number, 1),
                                    INDONESIAN)
                            .orElseThrow()
                            .timeline()
                            .entries()
                            .get(0)
                            .raw())
                    .toList();
            assertThat(read).isSorted().containsAll(answers);
        }
    }

    private String page(String path) throws Exception {
        return page(path, Role.AUDITOR);
    }

    private String page(String path, Role role) throws Exception {
        return mvc.perform(get(URI.create(path)).with(login("pembaca", role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void staffReadNoTimeline() {
        assertThat(timelines.timeline(new Actor(scene.employee(1), Set.of(Role.STAFF)), id, INDONESIAN))
                .isEmpty();
        assertThat(trail(id.value())).doesNotContain("audit.read");
    }

    @Test
    void whoeverReadsATimelineIsRecordedInIt() {
        timelines.timeline(HR, id, INDONESIAN);
        var entries = timelines.timeline(AUDITOR, id, INDONESIAN).orElseThrow().entries();
        assertThat(entries)
                .filteredOn(entry -> entry.what().equals("Membaca jejak ini"))
                .extracting(Timeline.Entry::actor)
                .containsExactly("sdm", "auditor");
    }

    /** As after a migration that broke off: on MariaDB each of its statements stands. */
    @Test
    void theTrailsColumnAndTriggerCanBeMadeAgain() throws SQLException {
        try (var connection = jdbc.getDataSource().getConnection()) {
            new TrailSubject().migrate(new MigratedOver(connection));
        }
        theDatabaseItselfRefusesToChangeTheTrail();
    }

    @Test
    void theDatabaseItselfRefusesToChangeTheTrail() {
        assumeTrue(TestDatabase.isMariaDb(), "H2 has no triggers in SQL");
        assertThatThrownBy(() -> jdbc.update("update trail_entry set actor = 'x' where subject = ?", id.value()))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.update("delete from trail_entry where subject = ?", id.value()))
                .hasMessageContaining("append-only");
    }

    @Test
    void theSearchTakesPartOfANameOrTheBeginningOfANipAndNoWildcards() {
        assertThat(search.find("gawai 1", scene.cycleId(), null, Pageable.unpaged()))
                .hasSize(1);
        assertThat(search.find("199001012015", scene.cycleId(), null, Pageable.unpaged()))
                .hasSize(1);
        assertThat(search.find("2015", scene.cycleId(), null, Pageable.unpaged()))
                .isEmpty();
        assertThat(search.find("%", scene.cycleId(), null, Pageable.unpaged())).isEmpty();
        assertThat(search.find("", scene.cycleId(), null, Pageable.unpaged())).hasSize(1);
    }

    @Test
    void thePageShowsTheTimelineToHrWithoutTheOpinion() throws Exception {
        mvc.perform(get("/audit/evaluations/" + id).with(login("sdm", Role.HR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Memberi umpan balik rekan")))
                .andExpect(content().string(not(containsString(OPINION))));
        mvc.perform(get("/audit/evaluations/" + id).param("lang", "en").with(login("auditor", Role.AUDITOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Gave feedback on a colleague")))
                .andExpect(content().string(containsString(OPINION)));
    }

    @Test
    void theSearchPageLeadsToTheTimeline() throws Exception {
        mvc.perform(get("/audit/evaluations").param("cycle", scene.cycleId()).with(login("auditor", Role.AUDITOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/audit/evaluations/" + id)));
    }

    @Test
    void thePagesAreClosedToStaffAndSilentAboutWhatIsNotThere() throws Exception {
        mvc.perform(get("/audit/evaluations/" + id).with(login("staf", Role.STAFF)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/audit/evaluations/nothing").with(login("sdm", Role.HR)))
                .andExpect(status().isNotFound());
    }

    @Test
    void readingSomebodyElsesEvaluationIsRecordedAndOnesOwnIsNot() {
        var employee = new Actor(scene.employee(1), Set.of(Role.STAFF));
        assertThat(readers.read(employee, id, TrailEvent.EVALUATION_READ, null)).isPresent();
        assertThat(readers.read(new Actor("orang-lain", Set.of(Role.STAFF)), id, TrailEvent.EVALUATION_READ, null))
                .isEmpty();
        assertThat(trail(id.value())).doesNotContain("evaluation.read");

        assertThat(readers.read(HR, id, TrailEvent.EVALUATION_READ, null)).isPresent();
        assertThat(trail(id.value())).containsOnlyOnce("evaluation.read");
    }

    @Test
    void ownDataTellWhoLookedAtThemButNeitherWhoWroteAnOpinionNorWhat() throws Exception {
        readers.read(HR, id, TrailEvent.EVALUATION_READ, null);
        mvc.perform(get("/account/data").with(login(scene.employee(1), Role.STAFF)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content().string(containsString("Membuka halaman penilaian")))
                .andExpect(content().string(containsString("\"actor\":\"sdm\"")))
                .andExpect(content().string(not(containsString(OPINION))))
                .andExpect(content().string(not(containsString("Memberi umpan balik rekan"))));
        mvc.perform(get("/account/data").with(login("orang-lain", Role.STAFF)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(id.value()))));
    }

    @Test
    void ownDataHoldNothingOfARatingThatHasNotBeenShownYet() {
        jdbc.update("update evaluation set stage = 'ASSESSMENT' where id = ?", id.value());
        var own = timelines.own(new Actor(scene.employee(1), Set.of(Role.STAFF)), INDONESIAN);
        assertThat(own)
                .filteredOn(it -> it.evaluationId().equals(id.value()))
                .singleElement()
                .satisfies(it -> assertThat(it.timeline()).isNull());
    }

    private Timeline.Entry feedback(Actor actor) {
        return timelines.timeline(actor, id, INDONESIAN).orElseThrow().entries().stream()
                .filter(entry -> entry.what().equals("Memberi umpan balik rekan"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> trail(String key) {
        return jdbc.queryForList("select what from trail_entry where subject = ? order by id", String.class, key);
    }

    private static RequestPostProcessor login(String name, Role role) {
        return user(name).authorities(new SimpleGrantedAuthority(role.name()));
    }
}
