package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every period of every model ends with the last second of its last day in the agency's zone: until then whoever is asked may
 * act, and not a second longer. The server's own zone says nothing.
 */
class WholeDayTests extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = anyFlow();

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate LAST_DAY = TODAY.plusDays(14);

    static final List<String> ZONES = List.of("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura");

    /** In each zone: when the period begins, and when on its last day somebody acts. */
    static Stream<Arguments> moments() {
        return ZONES.stream()
                .flatMap(zone -> Stream.of("00:00:01", "00:05:20", "12:00:00", "23:59:59")
                        .flatMap(begun -> Stream.of("00:00:01", "12:00:00", "23:59:59", "23:59:59.999")
                                .map(acts -> Arguments.of(zone, begun, acts))));
    }

    @AfterEach
    void theAgencyIsAtHomeAgain() {
        InMemoryEngine.moveTo(InMemoryEngine.HOME);
    }

    @ParameterizedTest(name = "{0}: shown at {1}, objected on day 14 at {2}")
    @MethodSource("moments")
    void whoeverSeesTheirResultMayObjectUntilTheLastSecondOfDay14(String zone, String shown, String objected) {
        resultIsShown(zone, shown);
        assertThat(task("UserTask_ReviewResult").getDueDate()).isEqualTo(date(at(zone, LAST_DAY, "23:59:59")));
        timePassesTo(at(zone, LAST_DAY, objected));
        complete("UserTask_ReviewResult", Map.of("objectionRaised", true));
        assertThat(open()).containsExactly("UserTask_DecideObjection");
    }

    @ParameterizedTest
    @FieldSource("ZONES")
    void silenceCountsFromMidnightAfterDay14(String zone) {
        resultIsShown(zone, "00:05:20");
        timePassesTo(at(zone, LAST_DAY, "23:59:59.999"));
        assertThat(open()).containsExactly("UserTask_ReviewResult");
        timePassesTo(at(zone, LAST_DAY.plusDays(1), "00:00:00"));
        assertThat(stubs.calls()).containsExactly("acceptBySilenceDelegate");
        assertThat(instance()).isEnded();
    }

    @ParameterizedTest
    @FieldSource("ZONES")
    void aDecisionIsLateFromMidnightAfterItsLastDay(String zone) {
        resultIsShown(zone, "08:00:00");
        complete("UserTask_ReviewResult", Map.of("objectionRaised", true));
        assertThat(task("UserTask_DecideObjection").getDueDate()).isEqualTo(date(at(zone, LAST_DAY, "23:59:59")));
        timePassesTo(at(zone, LAST_DAY, "23:59:59.999"));
        assertThat(stubs.calls()).isEmpty();
        timePassesTo(at(zone, LAST_DAY.plusDays(1), "00:00:00"));
        assertThat(stubs.calls()).containsExactly("escalateObjectionDelegate");
    }

    /** The period that HR has set is what the model counts, whatever its length. */
    @ParameterizedTest
    @FieldSource("ZONES")
    void anotherNumberOfDaysIsCountedAlike(String zone) {
        InMemoryEngine.moveTo(ZoneId.of(zone));
        itIs(at(zone, TODAY, "23:59:59"));
        start("Objection", Map.of("objectionPeriod", "P1D"));
        assertThat(task("UserTask_ReviewResult").getDueDate()).isEqualTo(date(at(zone, TODAY.plusDays(1), "23:59:59")));
        timePassesTo(at(zone, TODAY.plusDays(1), "23:59:59"));
        assertThat(open()).containsExactly("UserTask_ReviewResult");
        timePassesTo(at(zone, TODAY.plusDays(2), "00:00:00"));
        assertThat(instance()).isEnded();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("moments")
    void opinionsAndSelfAssessmentsAreTakenAllThroughTheirLastDay(String zone, String begun, String answered) {
        assessmentBegins(zone, begun);
        timePassesTo(at(zone, LAST_DAY, answered));
        engine.getTaskService().complete(opinions().get(0).getId());
        complete("UserTask_AssessSelf");
        assertThat(open()).containsExactly("UserTask_GiveFeedback");
    }

    @ParameterizedTest
    @FieldSource("ZONES")
    void opinionsAndSelfAssessmentsEndWithTheirLastDay(String zone) {
        assessmentBegins(zone, "12:00:00");
        timePassesTo(at(zone, LAST_DAY.plusDays(1), "00:00:00"));
        assertThat(open()).containsExactly("UserTask_RateEmployee");
        assertThat(task("UserTask_RateEmployee").getDueDate())
                .as("a week from the day on which the rating may begin")
                .isEqualTo(date(at(zone, LAST_DAY.plusDays(8), "23:59:59")));
    }

    @ParameterizedTest
    @FieldSource("ZONES")
    void aHandOverNoteMayBeWrittenAllThroughItsLastDay(String zone) {
        InMemoryEngine.moveTo(ZoneId.of(zone));
        itIs(at(zone, TODAY, "08:00:00"));
        start("HandOver", Map.of("former", "kabid", "handOverDue", at(zone, LAST_DAY, "23:59:59")));
        timePassesTo(at(zone, LAST_DAY, "23:59:59.999"));
        assertThat(open()).containsExactly("UserTask_WriteHandOverNote");
        timePassesTo(at(zone, LAST_DAY.plusDays(1), "00:00:00"));
        assertThat(endings()).containsExactly("EndEvent_NoteMissed");
    }

    private void resultIsShown(String zone, String time) {
        InMemoryEngine.moveTo(ZoneId.of(zone));
        itIs(at(zone, TODAY, time));
        start("Objection");
    }

    private void assessmentBegins(String zone, String time) {
        InMemoryEngine.moveTo(ZoneId.of(zone));
        itIs(at(zone, TODAY, time));
        stubs.invites("rekan", "bawahan");
        var lastDay = at(zone, LAST_DAY, "23:59:59");
        start("Assessment", Map.of("feedbackCloses", lastDay, "assessmentDue", lastDay));
        assertThat(task("UserTask_AssessSelf").getDueDate()).isEqualTo(date(lastDay));
        assertThat(opinions()).extracting(Task::getDueDate).containsOnly(date(lastDay));
    }

    private List<Task> opinions() {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("UserTask_GiveFeedback")
                .list();
    }

    private static String at(String zone, LocalDate day, String time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                day.atTime(LocalTime.parse(time)).atZone(ZoneId.of(zone)));
    }
}
