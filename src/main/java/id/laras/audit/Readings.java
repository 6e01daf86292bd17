package id.laras.audit;

import id.laras.calibration.MeetingLookup;
import id.laras.calibration.UnitTable;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationRecorded;
import id.laras.cycle.Evaluations;
import id.laras.engine.ProcessRead;
import id.laras.rules.AgencyDays;
import id.laras.steps.TrailEvent.Trait;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down whoever reads somebody else's evaluation by a task's form or through the engine, once a day (UU 27/2022
 * art. 31): a form loads itself anew with every look. Reading the table of a meeting is reading everybody's in it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Readings {

    private final Trail trail;
    private final ClosingDays days;
    private final Evaluations evaluations;
    private final MeetingLookup meetings;
    private final Clock clock;

    Readings(Trail trail, ClosingDays days, Evaluations evaluations, MeetingLookup meetings, Clock clock) {
        this.trail = trail;
        this.days = days;
        this.evaluations = evaluations;
        this.meetings = meetings;
        this.clock = clock;
    }

    @EventListener
    void on(ProcessRead read) {
        concerned(read.businessKey())
                .filter(evaluation -> !evaluation.employee().equals(read.actor()))
                .filter(evaluation -> !isWritten(evaluation, read))
                .forEach(evaluation -> trail.save(TrailEntry.of(
                        new EvaluationRecorded(evaluation.id(), read.how(), read.actor(), read.at(), null), days)));
    }

    private Stream<Evaluation> concerned(String businessKey) {
        var one = evaluations.findById(businessKey);
        if (one.isPresent()) {
            return one.stream();
        }
        var members = meetings.meeting(businessKey).isEmpty()
                ? List.<String>of()
                : meetings.table(businessKey).employees().stream()
                        .map(UnitTable.Row::evaluationId)
                        .toList();
        return evaluations.findAllById(members).stream();
    }

    private boolean isWritten(Evaluation evaluation, ProcessRead read) {
        // What is confidential keeps no moment, so that it is written once for ever.
        var since = read.how().is(Trait.CONFIDENTIAL) ? Instant.EPOCH : AgencyDays.begin(LocalDate.now(clock), clock);
        return trail.existsBySubjectAndWhatAndActorAndRecordedAtGreaterThanEqual(
                evaluation.id().value(), read.how().key(), read.actor(), since);
    }
}
