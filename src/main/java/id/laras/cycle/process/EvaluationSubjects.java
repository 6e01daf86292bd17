package id.laras.cycle.process;

import id.laras.cycle.Evaluation;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Scheme;
import id.laras.engine.HomeUnits;
import id.laras.engine.StepSubjects;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells every form whom and which period it is about, and whose unit. */
@Component
class EvaluationSubjects implements StepSubjects, HomeUnits {

    private final Evaluations evaluations;

    EvaluationSubjects(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public Object subject(String businessKey) {
        return evaluations
                .findWithCycleById(businessKey)
                .map(evaluation -> new Subject(
                        businessKey,
                        evaluation.employeeName(),
                        evaluation.employeeNip(),
                        evaluation.position(),
                        evaluation.unitName(),
                        evaluation.cycle().name(),
                        evaluation.cycle().scheme(),
                        evaluation.cycle().firstDay(),
                        evaluation.cycle().lastDay(),
                        evaluation.supervisorName()))
                .orElse(null);
    }

    @Override
    public Optional<String> unit(String businessKey) {
        return evaluations.findById(businessKey).map(Evaluation::unitCode);
    }

    record Subject(
            String evaluationId,
            String employeeName,
            String nip,
            String position,
            String unitName,
            String cycleName,
            Scheme scheme,
            LocalDate firstDay,
            LocalDate lastDay,
            String supervisorName) {}
}
