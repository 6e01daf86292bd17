package id.laras.audit;

import id.laras.cycle.Evaluation;
import id.laras.cycle.Stage;
import id.laras.rules.NamePattern;
import id.laras.rules.Nip;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the evaluation whose timeline somebody wants to read. */
@Service
@Transactional(readOnly = true)
public class EvaluationSearch {

    private final SearchedEvaluations evaluations;

    EvaluationSearch(SearchedEvaluations evaluations) {
        this.evaluations = evaluations;
    }

    /**
     * Null leaves a criterion out.
     *
     * @param text part of a name, or the beginning of a NIP
     */
    public Page<Found> find(String text, String cycleId, Stage stage, Pageable page) {
        var name = NamePattern.of(Nip.searched(text));
        return evaluations
                .search(name, name == null ? null : name.substring(1), cycleId, stage, page)
                .map(Found::of);
    }

    /** One row of the search. */
    public record Found(
            String evaluationId,
            String employeeName,
            String employeeNip,
            String unitName,
            String cycleName,
            String stage,
            String predicate) {

        static Found of(Evaluation evaluation) {
            return new Found(
                    evaluation.id().value(),
                    evaluation.employeeName(),
                    evaluation.employeeNip(),
                    evaluation.unitName(),
                    evaluation.cycle().name(),
                    evaluation.stage().name(),
                    evaluation.predicate() == null
                            ? null
                            : evaluation.predicate().name());
        }
    }
}
