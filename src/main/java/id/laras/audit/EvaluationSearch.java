package id.laras.audit;

import id.laras.cycle.Evaluation;
import id.laras.rules.Nip;
import java.util.List;
import java.util.Locale;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the evaluation whose timeline somebody wants to read. */
@Service
@Transactional(readOnly = true)
public class EvaluationSearch {

    /** More rows than this nobody reads: he searches again. */
    public static final int LIMIT = 50;

    private final SearchedEvaluations evaluations;

    EvaluationSearch(SearchedEvaluations evaluations) {
        this.evaluations = evaluations;
    }

    /**
     * @param text    part of a name, or the beginning of a NIP; empty for everybody
     * @param cycleId a cycle, or empty for all
     * @return at most {@link #LIMIT} rows, by name, the latest cycle first
     */
    public List<Found> find(String text, String cycleId) {
        var wanted = text == null ? "" : Nip.searched(text).toLowerCase(Locale.ROOT);
        var literal = wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return evaluations
                .search("%" + literal + "%", literal + "%", cycleId == null ? "" : cycleId, Limit.of(LIMIT))
                .stream()
                .map(Found::of)
                .toList();
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
