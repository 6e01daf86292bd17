package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HandOverProcessTests extends ProcessTest {

    private static final String DUE = "2026-06-14T23:59:59+07:00";

    private static final String OVER = "2026-06-15T00:00:00+07:00";

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = everyFlowOf("HandOver");

    @Test
    void theFormerAssessorWritesTheNoteUntilItsDay() {
        start("HandOver", Map.of("former", "kabid", "handOverDue", DUE));
        assertThat(task("UserTask_WriteHandOverNote").getAssignee()).isEqualTo("kabid");
        assertThat(task("UserTask_WriteHandOverNote").getDueDate()).isEqualTo(date(DUE));
        complete("UserTask_WriteHandOverNote");
        assertThat(endings()).containsExactly("EndEvent_NoteWritten");
        assertThat(stubs.calls()).isEmpty();
    }

    @Test
    void aNoteThatIsNotWrittenByItsDayIsNoLongerAskedFor() {
        start("HandOver", Map.of("former", "kabid", "handOverDue", DUE));
        timePassesTo(OVER);
        assertThat(endings()).containsExactly("EndEvent_NoteMissed");
        assertThat(stubs.calls()).containsExactly("handOverNoteMissedListener");
    }
}
