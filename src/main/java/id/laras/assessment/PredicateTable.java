package id.laras.assessment;

import id.laras.cycle.Predicate;
import id.laras.feedback.Rating;
import java.math.BigDecimal;
import java.util.Optional;

/** The decision tables that HR may change without Java; empty when no row matches. */
public interface PredicateTable {

    Optional<Predicate> quadrant(Rating workResult, Rating behaviour);

    Optional<Predicate> numeric(BigDecimal total, boolean newIdeaApproved);
}
