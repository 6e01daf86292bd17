package id.laras.engine;

import id.laras.rules.Overtaken;
import id.laras.rules.Refusal;
import id.laras.rules.UniqueRule;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.hibernate.JDBCException;
import org.hibernate.StaleStateException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * Turns what the database answers to the second of two who did the same at the same moment into the refusal that they would
 * have read a moment later.
 */
public final class LostRaces implements Overtaken {

    private static final String TWICE = "engine.race.twice";
    private static final String SAME_MOMENT = "engine.submission.sameMoment";
    private static final String BUSY = "engine.race.busy";

    private static final String DUPLICATE_STATE = "23505";
    private static final int DUPLICATE_OF_MARIADB = 1062;

    /** MariaDB: waited too long for a row, chosen to end a deadlock, row changed since it was read; H2: the same three. */
    private static final Set<Integer> ROW_HELD = Set.of(1205, 1213, 1020, 50200, 40001, 90131);

    /** Of both: what a row hangs on was removed meanwhile, as when a timer ends a step that somebody completes. */
    private static final Set<Integer> ROW_GONE = Set.of(1451, 1452, 23503, 23506);

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
                .or(() -> isBusy(failure) ? Optional.of(refusal(BUSY, failure)) : Optional.empty())
                .or(() -> isStale(failure) ? Optional.of(refusal(SAME_MOMENT, failure)) : Optional.empty());
    }

    @Override
    public <T> T again(Supplier<T> deed) {
        return Tries.of(deed, LostRaces::isBusy);
    }

    /** What is said when the deed of a person was tried again and again: nothing of it was wrong, and nothing of it is lost. */
    Refusal inVain(Throwable failure) {
        return twice(failure).orElseGet(() -> refusal(BUSY, failure));
    }

    /** Whether the same may succeed a moment later, as far as the database and the engine can tell. */
    boolean isCollision(Throwable failure) {
        return isBusy(failure)
                || isStale(failure)
                || twice(failure).isPresent()
                || among(
                        failure, cause -> cause instanceof SQLException said && ROW_GONE.contains(said.getErrorCode()));
    }

    /**
     * Whether others were at work on the rows around it, and not on the very thing that was sent: a held row, a deadlock, a
     * state of the process. What somebody else has changed ({@link #isStale}) may have been decided on what is no more.
     */
    public static boolean isBusy(Throwable failure) {
        return among(
                failure,
                cause -> cause instanceof OptimisticLockingException
                        || cause instanceof PessimisticLockingFailureException
                        || cause instanceof SQLException said && ROW_HELD.contains(said.getErrorCode()));
    }

    private static boolean isStale(Throwable failure) {
        return among(
                failure,
                cause -> cause instanceof ConcurrencyFailureException
                        || cause instanceof OptimisticLockException
                        || cause instanceof StaleStateException);
    }

    private static boolean among(Throwable failure, Predicate<Throwable> wanted) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            if (wanted.test(cause)) {
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
