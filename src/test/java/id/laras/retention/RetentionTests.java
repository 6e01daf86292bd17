package id.laras.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestDatabase;
import id.laras.TestPeople;
import id.laras.audit.TimelineService;
import id.laras.cycle.Cycle;
import id.laras.cycle.CycleMending;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.NewCycle;
import id.laras.cycle.Scheme;
import id.laras.engine.TaskDesk;
import id.laras.evidence.FileService;
import id.laras.followup.FollowUpService;
import id.laras.intake.PeopleImport;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.people.AbsenceKind;
import id.laras.people.AwayAndActing;
import id.laras.people.PeopleFixture;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.TrailEvent;
import id.laras.succession.HandOvers;
import id.laras.succession.SupervisorChange.Choice;
import id.laras.target.TargetService;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is erased is nowhere any more; what the audit needs is still there; what may not be erased never is. */
@LarasTest
@Tag("database")
class RetentionTests {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    /** Where people write what they like. */
    private static final Set<String> FREE = Set.of(
            "behaviourExpectation",
            "title",
            "name",
            "leaderExpectation",
            "note",
            "feedback",
            "comment",
            "reason",
            "reasons",
            "hearingAssessor",
            "hearingEmployee",
            "goal",
            "learned",
            "citation",
            "topic",
            "notes",
            "agreements",
            "link");

    @Autowired
    PeopleImport imports;

    @Autowired
    Town town;

    @Autowired
    Retention retention;

    @Autowired
    Erasures erasures;

    @Autowired
    ErasureBatches batches;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    HandOvers handOvers;

    @Autowired
    CycleMending mending;

    @Autowired
    AwayAndActing offices;

    @Autowired
    TargetService targets;

    @Autowired
    FollowUpService followUps;

    @Autowired
    TimelineService timelines;

    @Autowired
    TaskDesk desk;

    @Autowired
    FileService files;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private final String planted = "zamrud" + UUID.randomUUID().toString().substring(0, 8);
    private final Answers answers = new Answers(Scheme.QUADRANT);
    private Walker walker;
    private Town.Organisation people;
    private Cycle cycle;
    private String id;

    @BeforeEach
    void open() {
        walker = new Walker(engine, json);
        people = town.organisation();
        cycle = town.cycle(people, Scheme.QUADRANT);
        id = town.openForStaf(people, cycle);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    private Actor hr() {
        return new Actor(people.hr(), Set.of(Role.STAFF, Role.HR));
    }

    private Actor staf() {
        return new Actor(people.staf(), Set.of(Role.STAFF));
    }

    private static void yearsLater(int years) {
        ClockUtil.offset(Duration.ofDays(366L * years).toMillis());
    }

    @Test
    void afterAnErasureNoTableOfOursOrTheEnginesHoldsAWordOfIt() {
        live();
        assertThat(tablesWith(planted))
                .contains(
                        "target_plan",
                        "check_in",
                        "stored_file",
                        "feedback_answer",
                        "self_assessment",
                        "score",
                        "supervisor_rating",
                        "result_review",
                        "objection_decision",
                        "calibration",
                        "follow_up",
                        "training",
                        "coaching",
                        "reward",
                        "supervisor_change",
                        "cycle_change",
                        "trail_entry",
                        "act_hi_comment");
        assertThat(database.queryForList(
                        "select answer from trail_entry where subject = ? and kind = 'COMMENT'", String.class, id))
                .containsExactly("{\"comment\":\"Catatan 👍 " + planted + "\"}");
        var kept = kept();
        yearsLater(7);

        var order = erasures.eraseCycle(cycle.id(), "Masa simpan habis", cycle.name(), hr());
        walker.runJobs(order);

        assertThat(tablesWith(planted)).isEmpty();
        assertThat(kept()).isEqualTo(kept);
        assertThat(retention.cycle(cycle.id()))
                .hasValueSatisfying(left -> assertThat(left.evaluations()).isZero());
        var timeline = timelines.timeline(hr(), EvaluationId.of(id), INDONESIAN).orElseThrow();
        assertThat(timeline.entries()).hasSizeGreaterThan(20);
        assertThat(timeline.scores()).isNotEmpty();
        town.letIn(people, TestPeople.PASSWORD);
        for (var reader : List.of(people.hr(), people.staf())) {
            var page = HttpPerson.loggedIn(port, reader).get("/evaluations/" + id);
            assertThat(page.statusCode()).isEqualTo(200);
        }
        assertThat(deedsOf("retention.ordered")).last().asString().contains(cycle.name(), "Masa simpan habis");
    }

    @Test
    void whoeverHasLeftIsAPseudonymOnceNobodysRecordsNeedThem() {
        var name = "Budi Santoso " + people.number();
        live();
        town.letIn(people, TestPeople.PASSWORD);
        var reader = HttpPerson.machine(port, people.hr());
        reader.get("/engine-rest/history/task?taskAssignee=" + people.staf());
        reader.get("/engine-rest/history/task?taskNameLike=%25" + name.replace(' ', '+'));
        reader.post("/engine-rest/history/task", "{\"taskAssignee\":\"" + people.staf() + "\"}");
        var hr = HttpPerson.loggedIn(port, people.hr());
        hr.get("/hr/evaluations?name=" + name.replace(' ', '+'));
        hr.get("/audit/evaluations?export=csv&text=" + people.staf());
        assertThat(deedsOf("engine.searched").toString()).contains(people.staf(), name);
        assertThat(deedsOf("evaluations.searched").toString()).contains(name);
        assertThat(deedsOf("list.exported").toString()).contains(people.staf());
        offices.leave(people.nip(3), AbsenceKind.RETIRED, LocalDate.now(clock), null, hr());
        yearsLater(7);
        assertThat(retention.people(Pageable.unpaged()))
                .filteredOn(one -> one.id().equals(people.staf()))
                .extracting(Retention.Kept::nip)
                .as("beside the name, which others may have too")
                .containsExactly(people.nip(3));

        walker.runJobs(erasures.erasePerson(people.staf(), "Masa simpan habis", people.nip(3), hr()));

        for (var word : List.of(people.staf(), people.nip(3), name, planted)) {
            assertThat(tablesWith(word)).as(word).isSubsetOf(wordsOfTheMeeting(word));
        }
        assertThat(database.queryForObject("select employee from evaluation where id = ?", String.class, id))
                .matches(Pseudonym.PATTERN);
        assertThat(database.queryForList(
                        "select actor from trail_entry where subject = ? and what = 'UserTask_DraftTargets'",
                        String.class,
                        id))
                .allMatch(actor -> actor.matches(Pseudonym.PATTERN));
        assertThat(retention.people(Pageable.unpaged()))
                .extracting(Retention.Kept::id)
                .doesNotContain(people.staf());
    }

    /** HR could take a watcher's role by an import that gives their account to somebody who left long ago. */
    @Test
    void anAccountWithARoleIsNotErased() {
        live();
        offices.leave(people.nip(3), AbsenceKind.RETIRED, LocalDate.now(clock), null, hr());
        database.update("insert into account_role (account_name, role) values (?, 'AUDITOR')", people.staf());
        yearsLater(7);
        assertThatThrownBy(() -> erasures.erasePerson(people.staf(), "Masa simpan habis", people.nip(3), hr()))
                .hasMessage("retention.hasRole");
    }

    /** The note of the unit's meeting is about everybody in it and goes with the cycle. */
    private Set<String> wordsOfTheMeeting(String word) {
        return word.equals(planted) ? Set.of("calibration", "cycle_change", "trail_entry") : Set.of();
    }

    @Test
    void assessorsKeepTheirNameWhileAKeptEvaluationNeedsIt() {
        live();
        offices.leave(people.nip(2), AbsenceKind.RETIRED, LocalDate.now(clock), null, hr());
        var mayor = mayorWhoDecided();
        yearsLater(7);
        var person = retention.person(people.supervisor()).orElseThrow();
        assertThat(person.needed()).isPositive();
        assertThat(person.isDue()).isFalse();
        assertThat(retention.person(people.supervisor() + " "))
                .as("MariaDB takes it for the name")
                .isEmpty();
        assertThatThrownBy(() -> erasures.erasePerson(people.supervisor(), "Habis", people.nip(2), hr()))
                .hasMessage("retention.notDue");
        assertThatThrownBy(() -> erasures.erasePerson(mayor, "Habis", mayor, hr()))
                .hasMessage("retention.notDue");

        walker.runJobs(erasures.eraseCycle(cycle.id(), "Habis", cycle.name(), hr()));
        walker.runJobs(erasures.erasePerson(people.supervisor(), "Habis", people.nip(2), hr()));
        walker.runJobs(erasures.erasePerson(mayor, "Habis", mayor, hr()));

        assertThat(database.queryForMap("select supervisor, supervisor_name from evaluation where id = ?", id))
                .hasEntrySatisfying(
                        "supervisor", account -> assertThat(account.toString()).matches(Pseudonym.PATTERN))
                .containsValue("Pegawai anonim");
        assertThat(tablesWith("Ratna Dewi " + people.number())).isEmpty();
        assertThat(tablesWith(mayor)).isEmpty();
        assertThat(tablesWith("Hj. Ratih " + people.number())).isEmpty();
    }

    /** Of no unit and without a NIP: a code stands where others have one. */
    private String mayorWhoDecided() {
        var mayor = "WALIKOTA" + people.number();
        var rows =
                "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n%s,Hj. Ratih %d,,Wali Kota,LUAR_ASN,,,,\n";
        assertThat(imports.run(
                                null,
                                PeopleFixture.file("employees.csv", rows.formatted(mayor, people.number())),
                                people.hr())
                        .errors())
                .isEmpty();
        database.update("update evaluation set superior = ? where id = ?", mayor, id);
        database.update("update employee set ended_on = ? where nip = ?", LocalDate.now(clock), mayor);
        return mayor;
    }

    @Test
    void whatRunsOrIsWithinItsPeriodIsNeverErased() {
        live();
        assertThat(retention.cycle(cycle.id())).isEmpty();
        assertRefused();
        yearsLater(4);
        assertRefused();
        ClockUtil.reset();
        var running = town.cycle(town.organisation(), Scheme.NUMERIC);
        town.openForStaf(people, running);
        yearsLater(9);
        assertThatThrownBy(() -> erasures.eraseCycle(running.id(), "Habis", running.name(), hr()))
                .isInstanceOf(Refusal.class)
                .hasMessage("retention.notDue");
        assertThat(tablesWith(planted)).contains("target_plan", "feedback_answer");
    }

    /** Whatever the trail can tell of an evaluation; only a reading lets its period run on. */
    @Test
    void everyEventButAReadingIsAStepInAnEvaluation() {
        live();
        yearsLater(7);
        assertThat(retention.cycle(cycle.id()).orElseThrow().due()).isOne();
        for (var event : TrailEvent.values()) {
            new TransactionTemplate(transactions).executeWithoutResult(undone -> {
                database.update(
                        "insert into trail_entry (id, subject, recorded_at, kind, what, confidential)"
                                + " values (-1, ?, ?, 'EVENT', ?, false)",
                        id,
                        Timestamp.from(clock.instant().minus(Duration.ofDays(365))),
                        event.key());
                assertThat(retention.cycle(cycle.id()).orElseThrow().due())
                        .as(event.key())
                        .isEqualTo(event.is(TrailEvent.Trait.READING) ? 1 : 0);
                undone.setRollbackOnly();
            });
        }
    }

    private void assertRefused() {
        assertThatThrownBy(() -> erasures.eraseCycle(cycle.id(), "Habis", cycle.name(), hr()))
                .isInstanceOf(Refusal.class)
                .hasMessage("retention.notDue");
    }

    @Test
    void anObjectionThatIsOpenStopsAnErasureThatWasOrderedAlready() {
        live();
        yearsLater(7);
        var order = erasures.eraseCycle(cycle.id(), "Habis", cycle.name(), hr());
        database.update("delete from objection_decision where evaluation_id = ?", id);

        assertThatThrownBy(() -> walker.runJobs(order)).hasMessageContaining("may be erased");

        assertThat(tablesWith(planted)).contains("target_plan", "feedback_answer", "trail_entry");
        assertThat(database.queryForObject("select finished_at from erasure where id = ?", Object.class, order))
                .isNull();
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order)
                .list()
                .forEach(run -> engine.getRuntimeService().deleteProcessInstance(run.getId(), "test"));
    }

    @Test
    void anErasureThatFailedHalfWayGoesOnWhereItStoppedAndTwiceIsOnce() {
        live();
        yearsLater(7);
        var order = erasures.eraseCycle(cycle.id(), "Habis", cycle.name(), hr());
        assertThat(batches.eraseBatch(order)).isFalse();
        assertThat(batches.eraseBatch(order)).isTrue();
        var at = database.queryForMap("select finished_at, erased from erasure where id = ?", order);
        walker.runJobs(order);
        assertThat(database.queryForMap("select finished_at, erased from erasure where id = ?", order))
                .isEqualTo(at)
                .containsEntry("erased", 1);
    }

    @Test
    void whoErasesTypesWhatTheyMeanGivesAReasonAndIsHr() {
        live();
        yearsLater(7);
        assertThatThrownBy(() -> erasures.eraseCycle(cycle.id(), "Habis", "Siklus lain", hr()))
                .hasMessage("retention.confirmation");
        assertThatThrownBy(() -> erasures.eraseCycle(cycle.id(), " ", cycle.name(), hr()))
                .hasMessage("retention.reason");
        for (var role : Set.of(Role.UNIT_HR, Role.PERFORMANCE_TEAM, Role.AUDITOR, Role.ADMIN)) {
            assertThatThrownBy(
                            () -> erasures.eraseCycle(cycle.id(), "Habis", cycle.name(), new Actor("x", Set.of(role))))
                    .hasMessage("retention.notHr");
        }
    }

    @Test
    void thePageTellsWhatGoesAndRefusesInASentence() {
        live();
        town.letIn(people, TestPeople.PASSWORD);
        yearsLater(7);
        var page = HttpPerson.loggedIn(port, people.hr());
        assertThat(Stream.iterate(1, number -> number + 1)
                        .map(number ->
                                page.get("/hr/retention?cycles=" + number).body())
                        .takeWhile(body -> !body.contains("??"))
                        .limit(20))
                .anyMatch(body -> body.contains(cycle.name()));
        var door = "/hr/retention/cycles/" + cycle.id();
        assertThat(page.get(door).body()).contains("Yang dihapus", "Yang tetap").doesNotContain("??");
        var refused = page.form(door, "reason=Sudah+lama&confirmation=salah");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Yang Anda ketik tidak sama", "Sudah lama");
    }

    @Test
    void theTrailLetsItsDetailsBeErasedAndNothingElseBeChanged() {
        if (!TestDatabase.isMariaDb()) {
            return;
        }
        walker.complete(id, "UserTask_DraftTargets", plant(answers.targets()));
        for (var change : List.of(
                "answer = '{\"erased\":false}'",
                "answer = null",
                "actor = 'rogue'",
                "actor = null",
                "on_behalf_of = 'rogue'",
                "recorded_at = current_timestamp(3)",
                "what = 'lain'",
                "what = upper(what)",
                "subject = 'lain'",
                "confidential = not confidential",
                "kind = 'EVENT'")) {
            var sql = "update trail_entry set " + change + " where subject = '" + id + "' and kind = 'STEP'";
            assertThatThrownBy(() -> database.update(sql), change).hasMessageContaining("append-only");
        }
        assertThatThrownBy(() -> database.update("delete from trail_entry where subject = ?", id))
                .hasMessageContaining("append-only");
        assertThat(database.update(
                        "update trail_entry set answer = '{\"erased\":true}' where subject = ? and kind = 'STEP'", id))
                .isEqualTo(1);
    }

    @Test
    void everyLongTextOfTheSchemaIsKnownToTheListOfWhatGoes() {
        var kept = Set.of(
                // redacted by a rule of its own; forgotten with its task
                "trail_entry.answer",
                "task_draft.content",
                "task_draft_beside.content",
                "calibration.note",
                // names nobody; goes with the cycle
                "cycle_change.fields",
                "cycle_change.reason",
                // of no evaluation: goes with the person
                "substitution.reason",
                // goes when it is decided, or with the person
                "waiting_import.file_names",
                "waiting_import.content");
        var unknown = new TreeSet<String>();
        columns().stream()
                .map(column -> new Column(column.table().toLowerCase(Locale.ROOT), column.name(), column.large()))
                .filter(column -> !column.table().startsWith("act_"))
                .filter(column -> column.large() || column.name().endsWith("_by"))
                .filter(column -> !kept.contains(column.table() + "." + column.name()))
                .filter(column -> !ErasedTables.DELETED.contains(column.table()))
                .filter(column -> !ErasedTables.REPLACED
                        .getOrDefault(column.table(), Map.of())
                        .containsKey(column.name()))
                .filter(column -> !ErasedTables.ACCOUNTS
                        .getOrDefault(column.table(), List.of())
                        .contains(column.name()))
                .filter(column ->
                        !column.table().startsWith("flyway") && !column.name().equals("installed_by"))
                .forEach(column -> unknown.add(column.table() + "." + column.name()));
        assertThat(unknown).isEmpty();
    }

    private NewCycle later() {
        var now = mending.asItIs(cycle.id());
        return new NewCycle(
                now.name(),
                now.kind(),
                now.scheme(),
                now.firstDay(),
                now.lastDay(),
                now.targetsDue().plusDays(1),
                now.checkInMonths(),
                now.assessmentOpens(),
                now.feedbackCloses(),
                now.assessmentDue(),
                now.calibrationDue());
    }

    /** Through everything that can be written about a person, with the planted word in each free text. */
    private void live() {
        var draft = walker.task(id, "UserTask_DraftTargets");
        walker.as(
                draft.getAssignee(),
                () -> engine.getTaskService()
                        .createComment(draft.getId(), draft.getProcessInstanceId(), "Catatan 👍 " + planted));
        engine.getRuntimeService()
                .setVariable(draft.getExecutionId(), "sisa", planted.getBytes(StandardCharsets.UTF_8));
        desk.keepDraft(draft.getId(), staf(), "{\"note\":\"" + planted + "\"}", 0, List.of());
        mending.mend(cycle.id(), later(), "Libur " + planted, "", people.hr()).join();
        files.store(
                staf(),
                EvaluationId.of(id),
                planted + ".pdf",
                ("%PDF-1.4 " + planted).getBytes(StandardCharsets.UTF_8));
        walker.complete(id, "UserTask_DraftTargets", plant(answers.targets()));
        walker.complete(id, "UserTask_ApproveTargets", plant(answers.approval()));
        town.answerTo(people, 1);
        handOvers.choose(EvaluationId.of(id), Choice.STAY, "Tetap " + planted, hr());
        var plan = targets.approved(EvaluationId.of(id)).orElseThrow();
        walker.ring(id, "TimerCatch_CheckInDue");
        walker.complete(id, "UserTask_CheckIn", plant(answers.checkIn(plan)));
        walker.complete(id, "UserTask_GiveCheckInFeedback", plant(Map.of("feedback", "Lanjutkan.")));
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        walker.complete(id, "UserTask_AssessSelf", plant(answers.selfAssessment(plan)));
        walker.tasks(id).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("UserTask_GiveFeedback"))
                .forEach(task -> walker.complete(task, task.getAssignee(), plant(answers.feedback("BELOW", "65"))));
        walker.ring(id, "TimerCatch_FeedbackCloses");
        walker.complete(id, "UserTask_RateEmployee", plant(answers.rating(plan, "BELOW", "65")));
        walker.runJobs(id);
        walker.complete(id, "UserTask_ReviewResult", plant(answers.objection()));
        walker.complete(
                id, "UserTask_DecideObjection", plant(answers.changedDecision(answers.rating(plan, "MEETS", "95"))));
        walker.runJobs(id);
        var meeting = walker.calibration("Bidang Pencegahan " + people.number());
        walker.claimAndComplete(meeting, "UserTask_CalibrateUnit", people.hr(), plant(answers.noMoves()));
        walker.runJobs(meeting);
        walker.runJobs(id);
        walker.complete(id, "UserTask_ConfirmResult", plant(answers.confirmation()));
        walker.runJobs(id);
        var until = LocalDate.now(clock).plusMonths(3).toString();
        walker.complete(
                id,
                "UserTask_PlanDevelopment",
                plant(Map.of(
                        "trainings",
                        List.of(Map.of("code", "TIME_MANAGEMENT", "goal", "Tepat waktu", "until", until)),
                        "coaching",
                        Map.of("kind", "GUIDANCE", "topic", "Jadwal", "until", until),
                        "reward",
                        true,
                        "note",
                        "Baik")));
        var training =
                followUps.find(EvaluationId.of(id)).orElseThrow().trainings().get(0);
        var today = LocalDate.now(clock).toString();
        walker.complete(
                id,
                "UserTask_ConfirmTraining",
                plant(Map.of(
                        "trainings",
                        List.of(Map.of(
                                "id",
                                training.id(),
                                "completedOn",
                                today,
                                "learned",
                                "Jadwal.",
                                "proof",
                                List.of(Map.of("link", "https://contoh.go.id/sertifikat")))))));
        walker.complete(
                id,
                "UserTask_HoldCoaching",
                plant(Map.of("heldOn", today, "notes", "Dibahas.", "agreements", "Tiap pekan.")));
        walker.complete(id, "UserTask_NominateReward", plant(answers.nomination()));
        walker.claimAndComplete(id, "UserTask_DecideReward", people.hr(), plant(answers.grant()));
    }

    private JsonNode plant(Object answer) {
        JsonNode tree = json.valueToTree(answer);
        plantIn(tree);
        return tree;
    }

    private void plantIn(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var field : List.copyOf(object.properties())) {
                if (field.getValue().isTextual() && FREE.contains(field.getKey())) {
                    object.put(field.getKey(), field.getValue().asText() + planted);
                }
            }
        }
        node.forEach(this::plantIn);
    }

    /** What the audit needs: scores, predicates, outcomes, dates, and who did what. */
    private List<Object> kept() {
        return List.of(
                database.queryForList(
                        "select stage, predicate, confirmed_by, confirmed_at from evaluation where id = ?", id),
                database.queryForList(
                        "select number, basis, total, predicate, calculated_at, decided_by from score"
                                + " where evaluation_id = ? order by number",
                        id),
                database.queryForList(
                        "select outcome, decided_by, decided_at from objection_decision where evaluation_id = ?", id),
                database.queryForList("select granted, decided_by, decided_at from reward where evaluation_id = ?", id),
                database.queryForList(
                        "select plan_version, status, approved_by, approved_at from target_plan where evaluation_id = ?",
                        id),
                database.queryForList(
                        "select id, recorded_at, actor, kind, what from trail_entry where subject = ?"
                                + " and what not like '%.read' order by id",
                        id));
    }

    private List<String> deedsOf(String what) {
        return database.queryForList(
                "select answer from trail_entry where subject = 'deeds' and what = ? order by id", String.class, what);
    }

    private record Column(String table, String name, boolean large) {}

    private List<Column> columns() {
        var schema = TestDatabase.isMariaDb() ? "database()" : "'PUBLIC'";
        return database.query(
                "select table_name, lower(column_name), lower(data_type) from information_schema.columns"
                        + " where table_schema = " + schema,
                (row, number) -> new Column(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3).contains("large object")
                                || row.getString(3).startsWith("long")));
    }

    /** Every table in any column of which the word stands, be it text or bytes. */
    private Set<String> tablesWith(String word) {
        var found = new TreeSet<String>();
        var tables = new TreeSet<String>();
        columns().forEach(column -> tables.add(column.table()));
        for (var table : tables) {
            if (!table.toLowerCase(Locale.ROOT).startsWith("flyway")) {
                database.query("select * from " + table, (ResultSet row) -> {
                    if (holds(row, word)) {
                        found.add(table.toLowerCase(Locale.ROOT));
                    }
                });
            }
        }
        return found;
    }

    private static boolean holds(ResultSet row, String word) throws SQLException {
        for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            var type = row.getMetaData().getColumnTypeName(i).toLowerCase(Locale.ROOT);
            var text = type.contains("blob") || type.contains("binary")
                    ? bytes(row.getBytes(i))
                    : String.valueOf(row.getString(i));
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String bytes(byte[] content) {
        return content == null ? "" : new String(content, StandardCharsets.ISO_8859_1);
    }
}
