package id.laras.succession;

import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationReaders;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Stage;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.people.ReportingLines;
import id.laras.rules.Refusal;
import id.laras.security.Accounts;
import id.laras.security.Actor;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Former assessors tell their successors what was agreed, seen and is still open. A note is asked for and never awaited:
 * nothing of the evaluation depends on it.
 */
@Service
@Transactional
public class HandOverNotes {

    private final HandOverNoteTable notes;
    private final AssessorChanges changes;
    private final EvaluationReaders readers;
    private final EvaluationRecorder recorder;
    private final Employees employees;
    private final Accounts accounts;
    private final ReportingLines lines;
    private final NoteRequests requests;
    private final SuccessionSettings settings;
    private final Clock clock;

    HandOverNotes(
            HandOverNoteTable notes,
            AssessorChanges changes,
            EvaluationReaders readers,
            EvaluationRecorder recorder,
            Employees employees,
            Accounts accounts,
            ReportingLines lines,
            NoteRequests requests,
            SuccessionSettings settings,
            Clock clock) {
        this.notes = notes;
        this.changes = changes;
        this.readers = readers;
        this.recorder = recorder;
        this.employees = employees;
        this.accounts = accounts;
        this.lines = lines;
        this.requests = requests;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks the former assessor, unless they have died, retired, left or cannot log in; then the trail says that nobody is asked. */
    void ask(Evaluation evaluation, AssessorChange change) {
        if (requests.withdraw(evaluation.id(), evaluation.assessor())) {
            recorder.record(evaluation.id(), TrailEvent.NOTE_WITHDRAWN, null, null);
        }
        var former = change.former();
        var today = LocalDate.now(clock);
        var asked = accounts.existsById(former)
                && employees
                        .findByAccount(former)
                        .filter(employee -> !lines.hasLeft(employee.nip(), today))
                        .isPresent();
        if (asked) {
            requests.ask(evaluation, former, change.id(), today.plusDays(settings.handOverDays()));
        } else {
            recorder.record(evaluation.id(), TrailEvent.NOTE_SKIPPED, null, null);
        }
    }

    /** @throws Refusal when nothing is written */
    public void write(EvaluationId id, String changeId, String writer, NewNote note) {
        if (note.isEmpty()) {
            throw new Refusal("cycle.note.empty");
        }
        notes.save(new HandOverNote(id, changeId, writer, note, clock.instant()));
    }

    /** The day passed without a note. */
    public void miss(EvaluationId id) {
        recorder.record(id, TrailEvent.NOTE_MISSED, null, null);
    }

    /** What the note is asked about; names as they are today. */
    @Transactional(readOnly = true)
    public Request request(String changeId) {
        var change = changes.findById(changeId).orElseThrow();
        return new Request(name(change.successor()), change.choice(), change.decidedAt());
    }

    /** @param successor name of the assessor from then on */
    public record Request(@Nullable String successor, AssessorChange.Choice choice, Instant at) {}

    /**
     * The notes for somebody who may read the evaluation, the oldest first. A note may tell how the rating will be, so the
     * employee reads it together with the result; everybody else at once.
     */
    @Transactional(readOnly = true)
    public List<Note> of(Evaluation evaluation, Actor reader) {
        var hidden = reader.account().equals(evaluation.employee())
                && evaluation.reached().compareTo(Stage.OBJECTION) < 0;
        return hidden || !readers.mayRead(reader, evaluation) ? List.of() : of(evaluation);
    }

    /** The notes for the forms of today's assessor; for the reader of any other form there are none. */
    @Transactional(readOnly = true)
    public List<Note> forAssessor(Evaluation evaluation, String account) {
        return account.equals(evaluation.assessor()) ? of(evaluation) : List.of();
    }

    private List<Note> of(Evaluation evaluation) {
        return notes.findByEvaluationIdOrderByWrittenAt(evaluation.id().value()).stream()
                .map(note ->
                        new Note(name(note.writer()), note.writtenAt(), note.agreed(), note.seen(), note.remaining()))
                .toList();
    }

    /** One note with its writer's name; texts may be null, not all of them. */
    public record Note(
            String writer,
            Instant at,
            @Nullable String agreed,
            @Nullable String seen,
            @Nullable String remaining) {}

    private String name(String account) {
        return Optional.ofNullable(account)
                .flatMap(employees::findByAccount)
                .map(Employee::name)
                .orElse(account);
    }
}
