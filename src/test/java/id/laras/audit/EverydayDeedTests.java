package id.laras.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.CycleService;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.cycle.Wish;
import id.laras.engine.OnBehalf;
import id.laras.engine.TaskDesk;
import id.laras.engine.probe.Probes;
import id.laras.evidence.FileService;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.succession.AssessorChange.Choice;
import id.laras.succession.HandOvers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people do without answering a form is written down too, and of opinions no moment. */
@LarasTest
@Tag("database")
class EverydayDeedTests {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    TestPeople testPeople;

    @Autowired
    TimelineService timelines;

    @Autowired
    CycleService cycles;

    @Autowired
    FileService files;

    @Autowired
    HandOvers handOvers;

    @Autowired
    TaskDesk desk;

    @Autowired
    Probes probes;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private final Answers answers = new Answers(Scheme.QUADRANT);
    private Town.Organisation people;
    private String id;
    private Actor hr;

    @BeforeEach
    void open() {
        people = town.organisation();
        hr = new Actor(people.hr(), Set.of(Role.HR));
        id = town.openForStaf(people, Scheme.QUADRANT);
    }

    @Test
    void aCycleIsRecordedWithItsDatesByWhoeverCreatedIt() {
        var name = "Siklus " + UUID.randomUUID();
        cycles.create(Wish.ofYear(name, 2026).of(), people.hr());

        assertThat(deeds("cycle.created"))
                .singleElement()
                .asString()
                .contains(name, "\"firstDay\":\"2026-01-01\"", "\"feedbackCloses\":\"2026-12-14\"");
    }

    @Test
    void anUploadedFileIsRecordedWithItsNameAndARefusedOneIsNot() {
        var staf = new Actor(people.staf(), Set.of(Role.STAFF));
        files.store(staf, EvaluationId.of(id), "laporan.pdf", "%PDF-1.7 isi".getBytes(StandardCharsets.US_ASCII))
                .orElseThrow();

        assertThat(entries(hr, "Mengunggah berkas bukti")).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).startsWith("Budi Santoso");
            assertThat(entry.answer())
                    .contains(AnswerField.plain("Berkas", "laporan.pdf"), AnswerField.plain("Ukuran (bita)", "12"));
        });
    }

    @Test
    void takingAndGivingBackATaskIsRecorded() {
        var task = shared();
        walker.claim(task, people.assessor());
        onBehalf.of(people.assessor(), () -> engine.getTaskService().claim(task, null));
        walker.claim(task, people.peer());
        onBehalf.of(people.peer(), () -> engine.getTaskService().setAssignee(task, null));

        assertThat(entries(hr, "Mengambil tugas"))
                .extracting(Timeline.Entry::actor)
                .containsExactly("Ratna Dewi " + people.number(), name(people.peer()));
        assertThat(entries(hr, "Mengambil tugas").get(0).answer())
                .containsExactly(AnswerField.plain("Tugas", "Memeriksa sasaran kinerja"));
        assertThat(entries(hr, "Melepas tugas")).hasSize(2);
    }

    @Test
    void aRefusedClaimLeavesNoTrail() {
        var task = shared();
        walker.claim(task, people.peer());
        try {
            walker.claim(task, people.assessor());
        } catch (RuntimeException claimed) {
            // by the peer
        }
        assertThat(trail("task.claimed")).containsExactly(people.peer());
    }

    @Test
    void whatAnotherHadTypedIntoTheTaskIsSaidToBeGone() {
        var task = shared();
        walker.claim(task, people.assessor());
        desk.keepDraft(task, new Actor(people.assessor(), Set.of(Role.STAFF)), "{\"note\":\"belum\"}", 0, List.of());
        onBehalf.of(people.assessor(), () -> engine.getTaskService().claim(task, null));
        walker.claimAndComplete(id, Step.APPROVE_TARGETS, people.peer(), answers.approval());

        assertThat(trail("draft.lost")).hasSize(1);
    }

    @Test
    void whatAColleagueBeganToWriteAndNeverSentIsToldToNobody() {
        untilAsked();
        var task = opinions().get(0);
        desk.keepDraft(
                task.getId(),
                new Actor(task.getAssignee(), Set.of(Role.STAFF)),
                "{\"comment\":\"belum\"}",
                0,
                List.of());
        walker.ring(id, "BoundaryTimer_FeedbackCloses");

        assertThat(opinions()).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from task_draft where task_id = ?", Integer.class, task.getId()))
                .isZero();
        assertThat(jdbc.queryForList(
                        "select what from trail_entry where subject = ? and what = 'draft.lost'", String.class, id))
                .isEmpty();
    }

    @Test
    void onesOwnDraftBecomesTheAnswerAndIsNotLost() {
        var task = walker.task(id, Step.DRAFT_TARGETS).getId();
        desk.keepDraft(task, new Actor(people.staf(), Set.of(Role.STAFF)), "{\"results\":[]}", 0, List.of());
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());

        assertThat(trail("draft.lost")).isEmpty();
    }

    @Test
    void opinionsAndTheirReadingAreDatedOnlyByTheClosingDay() {
        town.letIn(people, TestPeople.PASSWORD);
        untilAsked();
        for (var task : opinions()) {
            HttpPerson.loggedIn(port, task.getAssignee()).get("/api/tasks/" + task.getId());
            HttpPerson.loggedIn(port, task.getAssignee()).get("/api/tasks/" + task.getId());
            walker.complete(task, task.getAssignee(), answers.feedback("MEETS", "95"));
        }
        var opinions = trail(Step.GIVE_FEEDBACK.task());
        assertThat(trail("feedback.read")).hasSameSizeAs(opinions).doesNotHaveDuplicates();
        assertThat(jdbc.queryForList(
                        "select distinct recorded_at from trail_entry where subject = ? and confidential = true",
                        LocalDateTime.class,
                        id))
                .hasSize(1);

        var auditor = new Actor("inspektur", Set.of(Role.AUDITOR));
        assertThat(entries(auditor, "Memberi umpan balik rekan")).isEmpty();
        var closing = feedbackIsClosed();
        assertThat(entries(auditor, "Memberi umpan balik rekan"))
                .hasSameSizeAs(opinions)
                .allSatisfy(entry -> {
                    assertThat(entry.time()).matches("\\d+ \\S+ \\d{4}");
                    assertThat(entry.at())
                            .isEqualTo(closing.atStartOfDay(clock.getZone()).toInstant());
                });
        var own = timelines.given(new Actor(opinions.get(0), Set.of(Role.STAFF)), INDONESIAN);
        assertThat(own)
                .anySatisfy(given -> assertThat(LocalDate.ofInstant(given.at(), clock.getZone()))
                        .isEqualTo(LocalDate.now(clock).plusMonths(10).plusDays(14)))
                .allSatisfy(given -> assertThat(given.time()).matches("\\d+ \\S+ \\d{4}"));
        assertThat(timelines.given(new Actor(people.assessor(), Set.of(Role.STAFF)), INDONESIAN))
                .isNotEmpty()
                .allSatisfy(given -> assertThat(given.time()).matches("\\d+ \\S+ \\d{4} \\d\\d\\.\\d\\d WIB"));
    }

    @Test
    void theOrderOfOpinionsIsThatOfTheirWordsAndNotOfTheirComing() {
        town.letIn(people, TestPeople.PASSWORD);
        untilAsked();
        var words = List.of("9 terakhir", "1 pertama", "5 tengah", "3 awal").iterator();
        opinions().forEach(task -> {
            var opinion = json.<JsonNode>valueToTree(answers.feedback("MEETS", "95"));
            ((ObjectNode) opinion).put("comment", words.next());
            walker.complete(task, task.getAssignee(), opinion);
        });
        feedbackIsClosed();
        var auditor = new Actor("inspektur", Set.of(Role.AUDITOR));
        assertThat(entries(auditor, "Memberi umpan balik rekan"))
                .extracting(Timeline.Entry::raw)
                .isSorted();
    }

    @Test
    void whoTakesAConfidentialTaskIsToldToNobody() {
        untilAsked();
        var task = opinions().get(0);
        engine.getTaskService().addCandidateUser(task.getId(), people.head());
        engine.getTaskService().setAssignee(task.getId(), null);
        walker.claim(task.getId(), people.head());

        assertThat(trail("task.claimed")).isEmpty();
    }

    @Test
    void cleaningHistoryIsRecordedWithWhoOrderedItAndHowMuchWent() {
        var probe = probes.start();
        probes.cancel(probe);
        jdbc.update(
                "update ACT_HI_PROCINST set REMOVAL_TIME_ = ? where PROC_INST_ID_ = ?",
                LocalDateTime.of(2020, 1, 1, 0, 0),
                probe.processInstanceId());
        var admin = testPeople.account("pembersih" + people.number(), Role.ADMIN);
        onBehalf.of(admin, () -> engine.getHistoryService().cleanUpHistoryAsync(true));
        assertThat(jdbc.queryForList(
                        "select answer from trail_entry where what = 'history.cleanupOrdered' and actor = ?",
                        String.class,
                        admin))
                .containsExactly("{\"immediately\":true}");

        var before = jdbc.queryForObject("select count(*) from trail_entry where what = 'history.cleaned'", Long.class);
        engine.getHistoryService()
                .findHistoryCleanupJobs()
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(probe.processInstanceId())
                        .count())
                .isZero();
        assertThat(jdbc.queryForList("select answer from trail_entry where what = 'history.cleaned'", String.class))
                .hasSize(before.intValue() + 1)
                .anyMatch(cleaned -> cleaned.matches("\\{\"processInstances\":[1-9]\\d*,.*"));
    }

    /** Kabid's task, which a peer may do too since a hand-over. */
    private String shared() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        var task = walker.task(id, Step.APPROVE_TARGETS).getId();
        town.answerTo(people, 4);
        handOvers.choose(EvaluationId.of(id), Choice.SHARE, "Mutasi jabatan", hr);
        return task;
    }

    private void untilAsked() {
        walker.untilApproved(id, answers);
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
    }

    private List<Task> opinions() {
        return walker.tasks(id, Step.GIVE_FEEDBACK);
    }

    /** Since yesterday. */
    private LocalDate feedbackIsClosed() {
        var yesterday = LocalDate.now(clock).minusDays(1);
        jdbc.update(
                "update cycle set feedback_closes = ? where id = (select cycle_id from evaluation where id = ?)",
                yesterday,
                id);
        return yesterday;
    }

    private List<Timeline.Entry> entries(Actor reader, String what) {
        return timelines.timeline(reader, EvaluationId.of(id), INDONESIAN).orElseThrow().entries().stream()
                .filter(entry -> entry.what().equals(what))
                .toList();
    }

    /** Who did that in this evaluation. */
    private List<String> trail(String what) {
        return jdbc.queryForList(
                "select actor from trail_entry where subject = ? and what = ? order by id", String.class, id, what);
    }

    private List<String> deeds(String what) {
        return jdbc.queryForList(
                "select answer from trail_entry where subject = 'deeds' and what = ? and actor = ?",
                String.class,
                what,
                people.hr());
    }

    private String name(String account) {
        return jdbc.queryForObject("select display_name from account where name = ?", String.class, account);
    }
}
