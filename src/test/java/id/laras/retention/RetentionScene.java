package id.laras.retention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laras.LarasTest;
import id.laras.cycle.Cycle;
import id.laras.cycle.CycleMending;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.NewCycle;
import id.laras.cycle.Scheme;
import id.laras.cycle.Wish;
import id.laras.engine.TaskDesk;
import id.laras.evidence.FileService;
import id.laras.followup.FollowUpService;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.people.AwayAndActing;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.succession.AssessorChange.Choice;
import id.laras.succession.HandOvers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A whole evaluation of its own for each test, with a planted word wherever people write, and years that pass. */
@LarasTest
@Tag("database")
abstract class RetentionScene {

    /** Where people write what they like. */
    static final Set<String> FREE = Set.of(
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
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    Retention retention;

    @Autowired
    Erasures erasures;

    @Autowired
    ErasureBatches batches;

    @Autowired
    AwayAndActing offices;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    HandOvers handOvers;

    @Autowired
    CycleMending mending;

    @Autowired
    FollowUpService followUps;

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

    @LocalServerPort
    int port;

    final String planted = "zamrud" + UUID.randomUUID().toString().substring(0, 8);

    final Answers answers = new Answers(Scheme.QUADRANT);

    Town.Organisation people;
    Cycle cycle;
    String id;
    WholeDatabase everything;

    @BeforeEach
    void open() {
        people = town.organisation();
        cycle = town.cycle(people, Scheme.QUADRANT);
        id = town.openForStaf(people, cycle);
        everything = new WholeDatabase(database);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    Actor hr() {
        return new Actor(people.hr(), Set.of(Role.STAFF, Role.HR));
    }

    Actor staf() {
        return new Actor(people.staf(), Set.of(Role.STAFF));
    }

    static void yearsLater(int years) {
        ClockUtil.offset(Duration.ofDays(366L * years).toMillis());
    }

    NewCycle later() {
        var now = mending.asItIs(cycle.id());
        return new Wish(now).targetsDue(now.targetsDue().plusDays(1)).of();
    }

    /** Through everything that can be written about a person, with the planted word in each free text. */
    void live() {
        var draft = walker.task(id, Step.DRAFT_TARGETS);
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
        walker.complete(id, Step.DRAFT_TARGETS, plant(answers.targets()));
        walker.complete(id, Step.APPROVE_TARGETS, plant(answers.approval()));
        town.answerTo(people, 1);
        handOvers.choose(EvaluationId.of(id), Choice.STAY, "Tetap " + planted, hr());
        var plan = walker.plan(id);
        walker.ring(id, "TimerCatch_CheckInDue");
        walker.complete(id, Step.CHECK_IN, plant(answers.checkIn(plan)));
        walker.complete(id, Step.GIVE_CHECK_IN_FEEDBACK, plant(Map.of("feedback", "Lanjutkan.")));
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        walker.complete(id, Step.ASSESS_SELF, plant(answers.selfAssessment(plan)));
        walker.tasks(id, Step.GIVE_FEEDBACK).stream()
                .forEach(task -> walker.complete(task, task.getAssignee(), plant(answers.feedback("BELOW", "65"))));
        walker.ring(id, "TimerCatch_FeedbackCloses");
        walker.complete(id, Step.RATE_EMPLOYEE, plant(answers.rating(plan, "BELOW", "65")));
        walker.runJobs(id);
        walker.complete(id, Step.REVIEW_RESULT, plant(answers.objection()));
        walker.complete(id, Step.DECIDE_OBJECTION, plant(answers.changedDecision(answers.rating(plan, "MEETS", "95"))));
        walker.calibrate(id, people.hr(), plant(answers.noMoves()));
        walker.complete(id, Step.CONFIRM_RESULT, plant(answers.confirmation()));
        walker.runJobs(id);
        var until = LocalDate.now(clock).plusMonths(3).toString();
        walker.complete(
                id,
                Step.PLAN_DEVELOPMENT,
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
        walker.complete(id, Step.CONFIRM_TRAINING, plant(Answers.trainingDone(training.id(), LocalDate.now(clock))));
        walker.complete(
                id,
                Step.HOLD_COACHING,
                plant(Map.of("heldOn", today, "notes", "Dibahas.", "agreements", "Tiap pekan.")));
        walker.complete(id, Step.NOMINATE_REWARD, plant(answers.nomination()));
        walker.claimAndComplete(id, Step.DECIDE_REWARD, people.hr(), plant(answers.grant()));
    }

    JsonNode plant(Object answer) {
        JsonNode tree = json.valueToTree(answer);
        plantIn(tree);
        return tree;
    }

    void plantIn(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var field : List.copyOf(object.properties())) {
                if (field.getValue().isTextual() && FREE.contains(field.getKey())) {
                    object.put(field.getKey(), field.getValue().asText() + planted);
                }
            }
        }
        node.forEach(this::plantIn);
    }

    List<String> deedsOf(String what) {
        return database.queryForList(
                "select answer from trail_entry where subject = 'deeds' and what = ? order by id", String.class, what);
    }

    Set<String> tablesWith(String word) {
        return everything.tablesWith(word);
    }
}
