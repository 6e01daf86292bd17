package id.laras.assessment.process;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.ForeseenScores;
import id.laras.assessment.Score;
import id.laras.assessment.ScoreBlocked;
import id.laras.cycle.EvaluationId;
import id.laras.engine.RuleBook;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Scores as {@link CalculateScoreDelegate} does, by the tables of the deployment that the task belongs to. */
@Component
class RuleBookScores implements ForeseenScores {

    private final AssessmentService assessments;
    private final RuleBook ruleBook;

    RuleBookScores(AssessmentService assessments, RuleBook ruleBook) {
        this.assessments = assessments;
        this.ruleBook = ruleBook;
    }

    @Override
    public Optional<Score> foresee(EvaluationId id, String taskId) {
        try {
            return Optional.of(assessments.score(
                    id, new RuleBookPredicates((decision, input) -> ruleBook.evaluate(taskId, decision, input))));
        } catch (ScoreBlocked missing) {
            return Optional.empty();
        }
    }
}
