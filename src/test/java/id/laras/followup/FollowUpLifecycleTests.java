package id.laras.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.ClosingScene;
import id.laras.LarasTest;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.steps.Step;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@LarasTest
@Tag("database")
class FollowUpLifecycleTests {

    private static final String HR = "sdm";

    @Autowired
    ApplicationContext context;

    @Autowired
    FollowUpService followUps;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    private ClosingScene scene;
    private String id;

    @BeforeEach
    void aPoorResultIsFixed() {
        scene = new ClosingScene(context, Scheme.QUADRANT, 1);
        id = scene.evaluationOf(1);
        jdbc.update("update score set predicate = 'POOR' where evaluation_id = ?", id);
        scene.join(1);
        scene.answer(scene.calibrationId(), HR, Map.of("moves", List.of()));
        scene.run(scene.job(scene.calibrationId()));
        scene.run(scene.job(id));
        scene.answer(id, ClosingScene.ASSESSOR, Map.of("confirmed", true));
        scene.run(scene.job(id));
    }

    @Test
    void theTableProposesAndTheAssessorDecides() {
        var view = view(Step.PLAN_DEVELOPMENT);
        assertThat(view.get("proposals").findValuesAsText("kind")).contains("TRAINING", "COACHING");
        assertThat(view.get("proposals").findValuesAsText("title")).contains("Komunikasi efektif", "Konseling kinerja");
        var offered = view.get("catalogue").findValuesAsText("code");
        assertThat(offered)
                .containsAll(followUps.proposals(EvaluationId.of(id)).stream()
                        .filter(proposal -> proposal.kind() == MeasureKind.TRAINING)
                        .map(Proposal::code)
                        .toList());
        plan(Map.of("trainings", List.of(), "reward", false));
        assertThat(scene.open(id)).isEmpty();
        assertThat(evaluations.get(EvaluationId.of(id)).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void aTrainingEndsWithItsProof() {
        var today = LocalDate.now(clock);
        plan(Map.of(
                "trainings",
                List.of(Map.of("code", "TIME_MANAGEMENT", "goal", "Tepat waktu", "until", today.plusDays(30)))));
        assertThat(scene.due(id, Step.CONFIRM_TRAINING)).isEqualTo(endOf(today.plusDays(30)));
        var training = view(Step.CONFIRM_TRAINING).at("/trainings/0");
        assertThat(training.get("title").asText()).isEqualTo("Manajemen waktu");
        var withoutProof = Map.of("id", training.get("id").asText(), "completedOn", today);
        assertThatThrownBy(() -> scene.answer(id, scene.employee(1), Map.of("trainings", List.of(withoutProof))))
                .hasMessageContaining("bukti");
        assertThat(scene.open(id)).containsExactly(Step.CONFIRM_TRAINING);
        var proof = List.of(Map.of("link", "https://example.go.id/sertifikat"));
        var completed =
                Map.of("id", training.get("id").asText(), "completedOn", today, "learned", "Prioritas", "proof", proof);
        scene.answer(id, scene.employee(1), Map.of("trainings", List.of(completed)));
        assertThat(followUps.find(EvaluationId.of(id)).orElseThrow().trainings())
                .singleElement()
                .satisfies(done -> {
                    assertThat(done.completedOn()).isEqualTo(today);
                    assertThat(done.proof()).hasSize(1);
                });
        assertThat(evaluations.get(EvaluationId.of(id)).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void coachingAndRewardGoOnSideBySide() {
        var today = LocalDate.now(clock);
        var coaching = Map.of("kind", "COUNSELLING", "topic", "Hambatan layanan", "until", today);
        plan(Map.of("coaching", coaching, "reward", true));
        assertThat(scene.open(id)).containsExactlyInAnyOrder(Step.HOLD_COACHING, Step.NOMINATE_REWARD);
        assertThat(scene.due(id, Step.HOLD_COACHING)).isEqualTo(endOf(today));
        assertThat(view(Step.HOLD_COACHING).get("kind").asText()).isEqualTo("COUNSELLING");
        assertThat(view(Step.HOLD_COACHING).get("topic").asText()).isEqualTo("Hambatan layanan");
        scene.answer(id, Step.HOLD_COACHING, ClosingScene.ASSESSOR, Map.of("heldOn", today, "notes", "Disepakati"));
        scene.answer(id, ClosingScene.ASSESSOR, Map.of("kind", "CERTIFICATE", "citation", "Layanan tercepat"));
        assertThat(view(Step.DECIDE_REWARD).at("/nomination/title").asText()).isEqualTo("Piagam penghargaan");
        assertThatThrownBy(() -> scene.answer(id, HR, Map.of("granted", false))).hasMessageContaining("alasan");
        scene.answer(id, HR, Map.of("granted", true));
        var found = followUps.find(EvaluationId.of(id)).orElseThrow();
        assertThat(found.reward().granted()).isTrue();
        assertThat(found.coaching().heldOn()).isEqualTo(today);
        assertThat(evaluations.get(EvaluationId.of(id)).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void nobodyDecidesOnTheirOwnReward() {
        plan(Map.of("reward", true));
        scene.answer(id, ClosingScene.ASSESSOR, Map.of("kind", "CERTIFICATE", "citation", "Layanan tercepat"));
        assertThatThrownBy(() -> scene.answer(id, scene.employee(1), Map.of("granted", true)))
                .hasMessageContaining("tentang Anda sendiri");
    }

    private Instant endOf(LocalDate day) {
        return day.atTime(23, 59, 59).atZone(clock.getZone()).toInstant();
    }

    private void plan(Map<String, ?> plan) {
        scene.answer(id, Step.PLAN_DEVELOPMENT, ClosingScene.ASSESSOR, plan);
    }

    private JsonNode view(Step task) {
        return json.valueToTree(scene.view(id, task, ClosingScene.ASSESSOR));
    }
}
