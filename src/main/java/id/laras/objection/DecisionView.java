package id.laras.objection;

import id.laras.assessment.RatingView;
import id.laras.assessment.ResultView;
import id.laras.evidence.Evidence;
import java.time.Instant;
import java.util.List;
import org.springframework.lang.Nullable;

/** What the superior sees when deciding: the result, the objection, and everything the rating rested on. */
public record DecisionView(
        @Nullable ResultView result, String reasons, List<Evidence> evidence, Instant raisedAt, RatingView rating) {}
