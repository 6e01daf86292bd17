package id.laras.audit;

import id.laras.calibration.MeetingLookup;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationReaders;
import id.laras.cycle.Evaluations;
import id.laras.engine.CommentReaders;
import id.laras.security.Actor;
import id.laras.security.Role;
import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who reads a comment: whoever may read the evaluation, and nobody what was written about themselves before the result is
 * shown to them. Former assessors read nothing that came after them.
 */
@Component
@Transactional(readOnly = true)
class TimelineReaders implements CommentReaders {

    private final Evaluations evaluations;
    private final EvaluationReaders readers;
    private final MeetingLookup meetings;

    TimelineReaders(Evaluations evaluations, EvaluationReaders readers, MeetingLookup meetings) {
        this.evaluations = evaluations;
        this.readers = readers;
        this.meetings = meetings;
    }

    @Override
    public Predicate<Instant> of(String businessKey, Actor reader) {
        return evaluations
                .findById(businessKey)
                .map(evaluation -> ofEvaluation(evaluation, reader))
                .orElseGet(() -> ofMeeting(businessKey, reader));
    }

    private Predicate<Instant> ofEvaluation(Evaluation evaluation, Actor reader) {
        if (!readers.mayRead(reader, evaluation) || !TimelineService.shown(evaluation, reader)) {
            return never -> false;
        }
        return readers.handedOver(reader, evaluation)
                .<Predicate<Instant>>map(end -> written -> written.isBefore(end))
                .orElse(always -> true);
    }

    private Predicate<Instant> ofMeeting(String businessKey, Actor reader) {
        var oversees = (reader.is(Role.HR) || reader.is(Role.AUDITOR))
                && meetings.meeting(businessKey).isPresent();
        return any -> oversees;
    }
}
