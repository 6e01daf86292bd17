package id.laras.succession.process;

import id.laras.cycle.Evaluation;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Scheme;
import id.laras.engine.HomeUnits;
import id.laras.engine.StepSubjects;
import id.laras.engine.TaskSubjects;
import id.laras.people.Namesakes;
import id.laras.security.NamesBeside;
import id.laras.succession.Deciders;
import id.laras.succession.HandOverNotes;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells every form whom and which period it is about, and the assessor what former assessors wrote down for their
 * successor; and the engine whose unit it is.
 */
@Component
class EvaluationSubjects implements StepSubjects, HomeUnits, TaskSubjects {

    private final Evaluations evaluations;
    private final HandOverNotes notes;
    private final Namesakes namesakes;
    private final Deciders deciders;

    EvaluationSubjects(Evaluations evaluations, HandOverNotes notes, Namesakes namesakes, @Lazy Deciders deciders) {
        this.evaluations = evaluations;
        this.notes = notes;
        this.namesakes = namesakes;
        this.deciders = deciders;
    }

    /** Found by its key and not by a query: its first task is born before it stands in the database. */
    @Override
    public Optional<String> about(String businessKey) {
        return evaluations
                .findById(businessKey)
                .map(evaluation -> whom(evaluation) + " · " + evaluation.cycle().name());
    }

    private String whom(Evaluation evaluation) {
        return NamesBeside.shown(
                evaluation.employeeName(),
                namesakes.beside(evaluation.employeeNip()).orElse(null));
    }

    @Override
    public Object subject(String businessKey, String reader) {
        return evaluations
                .findWithCycleById(businessKey)
                .map(evaluation -> new Subject(
                        businessKey,
                        whom(evaluation),
                        evaluation.position(),
                        evaluation.unitName(),
                        evaluation.cycle().name(),
                        evaluation.cycle().scheme(),
                        evaluation.schedule().firstDay(),
                        evaluation.schedule().lastDay(),
                        evaluation.isPart(),
                        evaluation.assessorName(),
                        notes.forAssessor(evaluation, reader)))
                .orElse(null);
    }

    @Override
    public Optional<Sides> sides(String businessKey) {
        return evaluations
                .findById(businessKey)
                .map(evaluation -> new Sides(
                        evaluation.employeeName(),
                        evaluation.assessorName(),
                        deciders.hasLeft(evaluation.assessor()),
                        evaluation.superior()));
    }

    @Override
    public Optional<String> unit(String businessKey) {
        return evaluations.findById(businessKey).map(Evaluation::unitCode);
    }

    @Override
    public Map<String, String> units(Collection<String> businessKeys) {
        return evaluations.findAllById(businessKeys).stream()
                .collect(Collectors.toMap(evaluation -> evaluation.id().value(), Evaluation::unitCode));
    }

    /** Whom a step is about: without a NIP, because many steps are colleagues' (docs/adr/0074). */
    record Subject(
            String evaluationId,
            String employeeName,
            String position,
            String unitName,
            String cycleName,
            Scheme scheme,
            LocalDate firstDay,
            LocalDate lastDay,
            boolean part,
            @Nullable String assessorName,
            List<HandOverNotes.Note> notes) {}
}
