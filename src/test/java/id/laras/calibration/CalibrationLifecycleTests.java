package id.laras.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.ClosingScene;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.assessment.AssessmentService;
import id.laras.assessment.Basis;
import id.laras.assessment.Score;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import id.laras.objection.Outcome;
import id.laras.rules.Refusal;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@LarasTest
@Tag("database")
class CalibrationLifecycleTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    CalibrationService calibrations;

    @Autowired
    MeetingLookup meetings;

    @Autowired
    AssessmentService assessments;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    TestPeople people;

    @Autowired
    TaskService tasks;

    @LocalServerPort
    int port;

    @Test
    void aUnitHasOneCalibrationPerCycle() {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 1);
        assertThat(calibrations.open(scene.cycleId(), scene.unitCode(), "Bidang Uji"))
                .isEmpty();
    }

    @Test
    void theMeetingBeginsWhenEverybodyHasCome() {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 2);
        scene.join(1);
        assertThat(scene.open(scene.calibrationId())).isEmpty();
        scene.join(2);
        assertThat(scene.open(scene.calibrationId())).containsExactly(Step.CALIBRATE_UNIT);
    }

    @Test
    void anEvaluationThatComesDuringTheMeetingIsPartOfIt() {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 2);
        var calibration = scene.calibrationId();
        scene.join(1);
        scene.run(scene.job(calibration));
        assertThat(view(scene).get("notReady")).asString().matches("\\[\"Pegawai 2 \\(\\d+\\)\"]");
        scene.join(2);
        assertThat(view(scene).get("notReady")).isEmpty();
        decide(scene, move(scene, 2, "POOR"));
        scene.run(scene.job(calibration));
        assertThat(scene.waitsForCalibration(1)).isFalse();
        scene.run(scene.job(scene.evaluationOf(2)));
        assertThat(assessments
                        .current(EvaluationId.of(scene.evaluationOf(2)))
                        .orElseThrow()
                        .predicate())
                .isEqualTo(Predicate.POOR);
    }

    @Test
    void anEvaluationThatComesAfterTheDecisionPassesBy() {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 3);
        var calibration = scene.calibrationId();
        scene.join(1);
        scene.run(scene.job(calibration));
        decide(scene);
        scene.join(2);
        scene.run(scene.job(calibration));
        scene.join(3);
        for (int number = 1; number <= 3; number++) {
            scene.run(scene.job(scene.evaluationOf(number)));
            assertThat(scene.open(scene.evaluationOf(number))).containsExactly(Step.CONFIRM_RESULT);
        }
        assertThat(events(scene.evaluationOf(1))).doesNotContain("calibration.missed");
        assertThat(events(scene.evaluationOf(2))).contains("calibration.missed");
        assertThat(events(scene.evaluationOf(3))).contains("calibration.missed");
    }

    @Test
    void anAcceptedPredicateThatIsMovedOpensTheObjectionAgain() {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 2);
        var moved = scene.evaluationOf(1);
        calibrate(scene, move(scene, 1, "POOR"));
        assertThat(scene.open(moved)).isEmpty();
        scene.run(scene.job(moved));
        assertThat(scene.open(moved)).containsExactly(Step.REVIEW_RESULT);
        scene.run(scene.job(scene.evaluationOf(2)));
        assertThat(scene.open(scene.evaluationOf(2))).containsExactly(Step.CONFIRM_RESULT);
    }

    @Test
    void thePredicateBeforeTheMoveIsKept() {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 1);
        var id = EvaluationId.of(scene.evaluationOf(1));
        calibrate(scene, move(scene, 1, "POOR"));
        assertThat(assessments.current(id).orElseThrow().predicate()).isEqualTo(Predicate.GOOD);
        scene.run(scene.job(id.value()));
        assertThat(assessments.versions(id))
                .extracting(Score::predicate)
                .containsExactly(Predicate.GOOD, Predicate.POOR);
        assertThat(assessments.versions(id))
                .extracting(Score::basis)
                .containsExactly(Basis.ASSESSMENT, Basis.CALIBRATION);
        assertThat(meetings.move(id)).contains(new MoveView(Predicate.GOOD, Predicate.POOR, "Alasan"));
    }

    @Test
    void aRefusedMoveLeavesTheTaskOpenAndNothingDecided() {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 2);
        scene.decideObjection(1);
        scene.join(1);
        scene.join(2);
        assertThat(view(scene).at("/employees/0/locked").asBoolean()).isTrue();
        assertThatThrownBy(() -> decide(scene, move(scene, 1, "POOR")))
                .hasMessageContaining("Pegawai 1")
                .hasMessageContaining("final");
        var withoutReason = Map.of("evaluationId", scene.evaluationOf(2), "to", "POOR");
        assertThatThrownBy(() -> decide(scene, withoutReason)).hasMessageContaining("alasan");
        assertThat(scene.open(scene.calibrationId())).containsExactly(Step.CALIBRATE_UNIT);
        assertThat(meetings.move(EvaluationId.of(scene.evaluationOf(1)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void whatASuperiorDecidedIsNeverMovedByServiceOrTasklist_art59(Outcome outcome) throws Exception {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 2);
        scene.decideObjection(1, outcome.name());
        scene.join(1);
        scene.join(2);
        var calibration = scene.calibrationId();
        var order = new MoveOrder(scene.evaluationOf(1), Predicate.POOR, "Alasan");
        assertThatThrownBy(() -> calibrations.decide(calibration, "sdm", List.of(order), null))
                .isInstanceOf(Refusal.class)
                .hasMessage("calibration.locked");

        people.account("uji-sdm", Role.HR);
        var hr = HttpPerson.loggedIn(port, "uji-sdm");
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(calibration)
                .singleResult()
                .getId();
        hr.post("/camunda/api/engine/engine/default/task/" + task + "/claim", "{\"userId\":\"uji-sdm\"}");
        var answer = json.writeValueAsString(Map.of("moves", List.of(move(scene, 1, "POOR")), "note", ""));
        var refused = hr.post(
                "/camunda/api/engine/engine/default/task/" + task + "/submit-form",
                json.writeValueAsString(
                        Map.of("variables", Map.of("answer", Map.of("type", "Json", "value", answer)))));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Pegawai 1").contains("final");
        assertThat(scene.open(calibration)).containsExactly(Step.CALIBRATE_UNIT);
        assertThat(meetings.move(EvaluationId.of(scene.evaluationOf(1)))).isEmpty();
    }

    @Test
    void whoeverCalibratesLeavesTheirOwnPredicateAlone() {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 1);
        scene.join(1);
        var own = Map.of("moves", List.of(move(scene, 1, "VERY_GOOD")));
        assertThatThrownBy(() -> scene.answer(scene.calibrationId(), scene.employee(1), own))
                .hasMessageContaining("Anda sendiri");
    }

    @Test
    void theTableSaysWhoLeadsTheUnit() {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 2);
        jdbc.update("update evaluation set assessor = ? where id = ?", scene.employee(1), scene.evaluationOf(2));
        scene.join(1);
        scene.join(2);
        assertThat(view(scene).at("/employees/0/head").asBoolean()).isTrue();
        assertThat(view(scene).at("/employees/1/head").asBoolean()).isFalse();
    }

    @Test
    void theFormShowsTheGuideOfTheUnitsOwnPredicate() {
        var scene = new ClosingScene(context, Scheme.NUMERIC, 1);
        scene.join(1);
        assertThat(view(scene).get("guide")).isEmpty();
        jdbc.update(
                "insert into unit_predicate (id, cycle_id, unit_code, predicate, set_by, set_at, version)"
                        + " values (?, ?, ?, 'NEEDS_IMPROVEMENT', 'sdm', '2026-12-01 01:00:00', 0)",
                "predicate-" + scene.unitCode().substring(5, 25),
                scene.cycleId(),
                scene.unitCode());
        assertThat(view(scene).at("/guide/0/predicates")).hasToString("[\"FAIR\"]");
        assertThat(view(scene).at("/guide/0/minShare").asText()).isEqualTo("60");
        assertThat(view(scene).at("/guide/1/predicates")).hasToString("[\"VERY_GOOD\"]");
        assertThat(view(scene).get("predicates").toString()).doesNotContain("NEEDS_IMPROVEMENT");
    }

    @Test
    void aPersonFixesThePredicate_art10() {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 1);
        var id = scene.evaluationOf(1);
        calibrate(scene);
        scene.run(scene.job(id));
        assertThatThrownBy(() -> scene.answer(id, ClosingScene.ASSESSOR, Map.of("confirmed", false)))
                .hasMessageContaining("menetapkan");
        assertThat(evaluations.get(EvaluationId.of(id)).predicate()).isNull();
        scene.answer(id, ClosingScene.ASSESSOR, Map.of("confirmed", true));
        var fixed = evaluations.get(EvaluationId.of(id));
        assertThat(fixed.predicate()).isEqualTo(Predicate.GOOD);
        assertThat(fixed.confirmedBy()).isEqualTo(ClosingScene.ASSESSOR);
    }

    private void calibrate(ClosingScene scene, Map<?, ?>... moves) {
        var calibration = scene.calibrationId();
        scene.join(1);
        if (scene.open(calibration).isEmpty()) {
            scene.join(2);
        }
        decide(scene, moves);
        scene.run(scene.job(calibration));
    }

    private void decide(ClosingScene scene, Map<?, ?>... moves) {
        scene.answer(scene.calibrationId(), "sdm", Map.of("moves", List.of(moves), "note", "Rapat unit"));
    }

    private static Map<String, String> move(ClosingScene scene, int number, String to) {
        return Map.of("evaluationId", scene.evaluationOf(number), "to", to, "reason", "Alasan");
    }

    private JsonNode view(ClosingScene scene) {
        return json.valueToTree(scene.view(scene.calibrationId(), "sdm"));
    }

    private List<String> events(String evaluation) {
        return jdbc.queryForList("select what from trail_entry where subject = ?", String.class, evaluation);
    }
}
