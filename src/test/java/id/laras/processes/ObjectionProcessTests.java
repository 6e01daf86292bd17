package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ObjectionProcessTests extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = everyFlowOf("Objection");

    @Test
    void anEmployeeWhoAcceptsIsDone() {
        start("Objection");
        assertThat(task("UserTask_ReviewResult").getAssignee()).isEqualTo("staf");
        complete("UserTask_ReviewResult", Map.of("objectionRaised", false));
        assertThat(instance()).isEnded();
        assertThat(endings()).containsExactly("EndEvent_ResultAccepted");
    }

    @Test
    void silenceFor14DaysCountsAsAcceptance() {
        start("Objection");
        assertThat(task("UserTask_ReviewResult").getDueDate()).isEqualTo(date("2026-01-19T23:59:59+07:00"));
        timePassesTo("2026-01-19T23:59:59+07:00");
        assertThat(open()).containsExactly("UserTask_ReviewResult");
        timePassesTo("2026-01-20T00:00:00+07:00");
        assertThat(instance()).isEnded();
        assertThat(stubs.calls()).containsExactly("acceptBySilenceDelegate");
        assertThat(endings()).containsExactly("EndEvent_AcceptedBySilence");
    }

    @Test
    void theAssessorsSuperiorUpholdsTheResult() {
        objectionIsRaised("kadis");
        assertThat(task("UserTask_DecideObjection").getAssignee()).isEqualTo("kadis");
        complete("UserTask_DecideObjection", Map.of("resultChanged", false));
        assertThat(instance()).isEnded();
        assertThat(stubs.calls()).isEmpty();
        assertThat(endings()).containsExactly("EndEvent_ResultUpheld");
    }

    @Test
    void aChangedResultIsCalculatedAnew() {
        objectionIsRaised("kadis");
        complete("UserTask_DecideObjection", Map.of("resultChanged", true));
        assertThat(stubs.calls()).as("its own transaction").isEmpty();
        runJobs();
        assertThat(stubs.calls()).containsExactly("calculateScoreDelegate");
        assertThat(endings()).containsExactly("EndEvent_ResultChanged");
    }

    @Test
    void aLateDecisionEscalatesOnceAndStaysOpen() {
        objectionIsRaised("kadis");
        assertThat(task("UserTask_DecideObjection").getDueDate()).isEqualTo(date("2026-01-19T23:59:59+07:00"));
        timePassesTo("2026-01-20T00:00:00+07:00");
        assertThat(stubs.calls()).containsExactly("escalateObjectionDelegate");
        assertThat(open()).containsExactly("UserTask_DecideObjection");
        timePassesTo("2026-03-01T08:00:00+07:00");
        assertThat(stubs.calls()).hasSize(1);
        complete("UserTask_DecideObjection", Map.of("resultChanged", false));
        assertThat(instance()).isEnded();
        assertThat(endings()).containsExactlyInAnyOrder("EndEvent_ObjectionEscalated", "EndEvent_ResultUpheld");
    }

    @Test
    void withoutASuperiorTheHrTeamDecides() {
        objectionIsRaised(null);
        var decision = task("UserTask_DecideObjection");
        assertThat(decision.getAssignee()).isNull();
        assertThat(engine.getTaskService().getIdentityLinksForTask(decision.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("sdm");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskCandidateGroup("sdm")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void withASuperiorTheDecisionIsNotOfferedToTheHrTeam() {
        objectionIsRaised("kadis");
        var decision = task("UserTask_DecideObjection");
        assertThat(engine.getTaskService().getIdentityLinksForTask(decision.getId()))
                .extracting(IdentityLink::getType, IdentityLink::getUserId)
                .containsExactly(tuple("assignee", "kadis"));
    }

    private void objectionIsRaised(String superior) {
        var changes = new HashMap<String, Object>();
        changes.put("superior", superior);
        start("Objection", changes);
        complete("UserTask_ReviewResult", Map.of("objectionRaised", true));
    }
}
