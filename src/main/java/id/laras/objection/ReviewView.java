package id.laras.objection;

import id.laras.assessment.ResultView;
import id.laras.cycle.Predicate;
import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * What the employee sees when reviewing their result.
 *
 * @param objectionUntil when silence counts as acceptance
 * @param second         whether calibration has changed what they had already answered to
 * @param before         the predicate they had answered to, null the first time
 */
public record ReviewView(
        ResultView result,
        @Nullable Instant objectionUntil,
        boolean second,
        @Nullable Predicate before) {}
