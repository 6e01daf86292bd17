package id.laras.assessment;

import id.laras.cycle.EvaluationId;
import id.laras.cycle.Predicate;
import java.util.Optional;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** The score that the latest rating comes to by the rule book of a task's deployment, before anybody sends the rating. */
public interface ForeseenScores {

    /**
     * To be called in a transaction that is rolled back: it scores as the real step does, and keeps what it scores.
     *
     * @return empty when a part is still missing, so that nothing can be scored yet
     */
    Optional<Score> foresee(EvaluationId id, String taskId);

    /** Says a score in words of the bundles: its predicate, and the total where the scheme has one. */
    static MessageSourceResolvable sentence(Optional<Score> score) {
        return score.map(found -> found.total() == null
                        ? said("predicate", predicate(found.predicate()))
                        : said("scored", predicate(found.predicate()), found.total()))
                .orElseGet(() -> said("blocked"));
    }

    /** A predicate as an argument of a sentence. */
    static MessageSourceResolvable predicate(Predicate predicate) {
        return new DefaultMessageSourceResolvable("assessment.predicate." + predicate);
    }

    private static MessageSourceResolvable said(String what, Object... args) {
        return new DefaultMessageSourceResolvable(new String[] {"assessment.outlook." + what}, args);
    }
}
