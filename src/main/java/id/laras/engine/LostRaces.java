package id.laras.engine;

import id.laras.rules.Overtaken;
import id.laras.rules.Refusal;
import id.laras.rules.UniqueRule;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.hibernate.JDBCException;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Turns what the database answers to the second of two who did the same at the same moment into the refusal that they would
 * have read a moment later.
 */
public final class LostRaces implements Overtaken {

    private static final String TWICE = "engine.race.twice";
    private static final String SAME_MOMENT = "engine.submission.sameMoment";

    private static final String DUPLICATE_STATE = "23505";
    private static final int DUPLICATE_OF_MARIADB = 1062;

    /** MariaDB: waited too long for a row, chosen to end a deadlock; H2: the same two. */
    private static final Set<Integer> ROW_HELD = Set.of(1205, 1213, 50200, 40001);

    private static final int DEEPEST = 30;

    private final List<UniqueRule> rules;

    public LostRaces(List<UniqueRule> rules) {
        this.rules = rules;
    }

    /** Of a row that is there already; empty for every other failure. */
    Optional<Refusal> twice(Throwable failure) {
        String sql = "";
        var cause = failure;
        for (var depth = 0; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            if (cause instanceof JDBCException hibernate) {
                sql = Objects.toString(hibernate.getSQL(), "");
            }
            if (cause instanceof SQLException said && isDuplicate(said)) {
                var words = (said.getMessage() + " " + sql).toLowerCase(Locale.ROOT);
                var sentence = rules.stream()
                        .filter(rule -> words.contains(rule.mark().toLowerCase(Locale.ROOT)))
                        .map(UniqueRule::sentence)
                        .findFirst()
                        .orElse(TWICE);
                return Optional.of(refusal(sentence, failure));
            }
        }
        return Optional.empty();
    }

    /** Of any race that somebody may lose: for a row, for its state or for its lock; empty for every other failure. */
    @Override
    public Optional<Refusal> any(Throwable failure) {
        return twice(failure)
                .or(() -> isSameMoment(failure) ? Optional.of(refusal(SAME_MOMENT, failure)) : Optional.empty());
    }

    private static boolean isSameMoment(Throwable failure) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof SQLException said && ROW_HELD.contains(said.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDuplicate(SQLException said) {
        return DUPLICATE_STATE.equals(said.getSQLState()) || said.getErrorCode() == DUPLICATE_OF_MARIADB;
    }

    private static Refusal refusal(String sentence, Throwable why) {
        var refusal = new Refusal(sentence);
        refusal.initCause(why);
        return refusal;
    }
}
