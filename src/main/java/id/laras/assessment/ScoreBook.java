package id.laras.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Predicate;
import id.laras.steps.TrailEvent;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps the versions of scores: each follows the one before, none is ever changed, and the trail hears of each. */
@Component
class ScoreBook {

    private final Scores scores;
    private final EvaluationRecorder recorder;
    private final ObjectMapper json;
    private final Clock clock;

    ScoreBook(Scores scores, EvaluationRecorder recorder, ObjectMapper json, Clock clock) {
        this.scores = scores;
        this.recorder = recorder;
        this.json = json;
        this.clock = clock;
    }

    Optional<Score> current(EvaluationId id) {
        return scores.findFirstByEvaluationIdOrderByNumberDesc(id.value());
    }

    List<Score> versions(EvaluationId id) {
        return scores.findByEvaluationIdOrderByNumber(id.value());
    }

    /** The score that follows from the rating; told to the trail as the system's own deed. */
    Score calculated(
            EvaluationId id, GivenRating rating, BigDecimal total, Predicate predicate, List<ExplanationLine> lines) {
        var score = scores.save(new Score(
                id,
                next(id),
                rating.basis(),
                total,
                predicate,
                lines,
                clock.instant(),
                rating.ratedBy(),
                rating.reason()));
        tell(score, TrailEvent.SCORE_CALCULATED, null);
        return score;
    }

    /** The same total and explanation with another predicate, decided by a person. */
    Score moved(Score before, Predicate to, String reason, String by) {
        var score = scores.save(new Score(
                before.evaluation(),
                before.number() + 1,
                Basis.CALIBRATION,
                before.total(),
                to,
                before.explanation(),
                clock.instant(),
                by,
                reason));
        tell(score, TrailEvent.SCORE_MOVED, by);
        return score;
    }

    private int next(EvaluationId id) {
        return current(id).map(score -> score.number() + 1).orElse(1);
    }

    private void tell(Score score, TrailEvent what, String actor) {
        var details = new LinkedHashMap<String, Object>();
        details.put("version", score.number());
        details.put("basis", score.basis());
        details.put("total", score.total());
        details.put("predicate", score.predicate());
        details.put("reason", score.reason());
        recorder.record(
                score.evaluation(),
                what,
                actor,
                json.<JsonNode>valueToTree(details).toString());
    }
}
