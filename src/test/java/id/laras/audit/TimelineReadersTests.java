package id.laras.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.laras.calibration.Meeting;
import id.laras.calibration.MeetingLookup;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationReaders;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Stage;
import id.laras.security.Actor;
import id.laras.security.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineReadersTests {

    private static final Instant WRITTEN = Instant.parse("2026-11-29T10:00:00Z");

    private final Evaluations evaluations = mock(Evaluations.class);
    private final EvaluationReaders service = mock(EvaluationReaders.class);
    private final MeetingLookup meetings = mock(MeetingLookup.class);
    private final TimelineReaders readers = new TimelineReaders(evaluations, service, meetings);
    private final Evaluation evaluation = mock(Evaluation.class);
    private final Actor reader = new Actor("ani", Set.of(Role.STAFF, Role.HR));

    @BeforeEach
    void anEvaluationThatMayBeRead() {
        when(evaluations.findById("e")).thenReturn(Optional.of(evaluation));
        when(evaluations.findById("m")).thenReturn(Optional.empty());
        when(evaluation.employee()).thenReturn("budi");
        when(service.mayRead(reader, evaluation)).thenReturn(true);
        when(service.handedOver(reader, evaluation)).thenReturn(Optional.empty());
        when(meetings.meeting("m")).thenReturn(Optional.of(mock(Meeting.class)));
        when(meetings.meeting("x")).thenReturn(Optional.empty());
    }

    @Test
    void whoMayReadTheEvaluationReadsTheComments() {
        assertThat(readers.of("e", reader)).accepts(WRITTEN);
        when(service.mayRead(reader, evaluation)).thenReturn(false);
        assertThat(readers.of("e", reader)).rejects(WRITTEN);
    }

    @Test
    void nobodyReadsAboutThemselvesBeforeTheResultIsShown() {
        when(evaluation.employee()).thenReturn("ani");
        when(evaluation.reached()).thenReturn(Stage.ASSESSMENT);
        assertThat(readers.of("e", reader)).rejects(WRITTEN);
        when(evaluation.reached()).thenReturn(Stage.OBJECTION);
        assertThat(readers.of("e", reader)).accepts(WRITTEN);
    }

    @Test
    void aFormerAssessorReadsNothingThatCameAfterThem() {
        when(service.handedOver(reader, evaluation)).thenReturn(Optional.of(WRITTEN));
        assertThat(readers.of("e", reader)).rejects(WRITTEN).accepts(WRITTEN.minusMillis(1));
    }

    @Test
    void ofAMeetingHrAndAuditorsReadAndOfAnythingElseNobody() {
        assertThat(readers.of("m", reader)).accepts(WRITTEN);
        assertThat(readers.of("m", new Actor("ani", Set.of(Role.AUDITOR)))).accepts(WRITTEN);
        assertThat(readers.of("m", new Actor("ani", Set.of(Role.STAFF, Role.UNIT_HR))))
                .rejects(WRITTEN);
        assertThat(readers.of("x", reader)).rejects(WRITTEN);
    }
}
