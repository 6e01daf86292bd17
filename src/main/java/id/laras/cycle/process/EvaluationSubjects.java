package id.laras.cycle.process;

import id.laras.cycle.Evaluations;
import id.laras.cycle.Scheme;
import id.laras.engine.StepSubjects;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Tells every form whom and which period it is about. */
@Component
class EvaluationSubjects implements StepSubjects {

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
