package id.laras.cycle;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a cycle scores (domain.md § 3). What the phases before the rating must know of it stands here; how a rating is held to
 * rules, scored and explained stands in {@code SchemeRules}. Whoever adds a scheme is led to both by the compiler.
 */
public enum Scheme {
    /** PermenPANRB 6/2022: two ratings and a table, no formula and no weights. */
    QUADRANT(false, Predicate.FAIR),
    /** PP 30/2019: weighted achievement and behaviour, 0 to 120. */
    NUMERIC(true, Predicate.NEEDS_IMPROVEMENT);

    private final boolean weighted;
    private final Set<Predicate> predicates;

    Scheme(boolean weighted, Predicate... unknown) {
        this.weighted = weighted;
        var known = EnumSet.allOf(Predicate.class);
        Set.of(unknown).forEach(known::remove);
        predicates = Collections.unmodifiableSet(known);
    }

    /** Whether indicators have weights, and what is expected of them is shared out over a part of the cycle. */
    public boolean isWeighted() {
        return weighted;
    }

    /** The predicates that the scheme knows, best first. */
    public Set<Predicate> predicates() {
        return predicates;
    }
}
