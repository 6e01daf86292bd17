package id.laras.feedback;

import id.laras.cycle.Scheme;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** The rules for a rating of behaviour: all seven values, each once, on the scale of the cycle. */
public final class ValueRatings {

    private static final ScoreRange SCORES = ScoreRange.OURS;

    private ValueRatings() {}

    /** What is wrong with the ratings, all at once; empty when nothing is. */
    public static List<Problem> problems(Scheme scheme, List<ValueRating> ratings) {
        var problems = new ArrayList<Problem>();
        var scale = Scale.of(scheme);
        var seen = EnumSet.noneOf(CoreValue.class);
        for (var rating : ratings == null ? List.<ValueRating>of() : ratings) {
            if (rating == null || rating.value() == null) {
                problems.add(new Problem("feedback.value.unknown"));
            } else if (!seen.add(rating.value())) {
                problems.add(new Problem("feedback.value.twice", label(rating.value())));
            } else {
                check(scale, rating, problems);
            }
        }
        for (var missing : EnumSet.complementOf(seen)) {
            problems.add(new Problem("feedback.value.missing", label(missing)));
        }
        return problems;
    }

    private static void check(Scale scale, ValueRating rating, List<Problem> problems) {
        if (scale == Scale.RATING) {
            if (rating.rating() == null) {
                problems.add(new Problem("feedback.value.missing", label(rating.value())));
            } else if (rating.score() != null) {
                problems.add(new Problem("feedback.value.otherScale", label(rating.value())));
            }
        } else if (rating.score() == null) {
            problems.add(new Problem("feedback.value.missing", label(rating.value())));
        } else if (rating.rating() != null) {
            problems.add(new Problem("feedback.value.otherScale", label(rating.value())));
        } else if (rating.score().signum() < 0 || rating.score().compareTo(SCORES.highest()) > 0) {
            problems.add(new Problem("feedback.value.range", label(rating.value())));
        } else if (rating.score().stripTrailingZeros().scale() > SCORES.decimals()) {
            problems.add(new Problem("feedback.value.decimals", label(rating.value()), SCORES.decimals()));
        }
        if (rating.reason() != null && rating.reason().length() > Reasons.LONGEST_NOTE) {
            problems.add(new Problem("feedback.reason.long", label(rating.value()), Reasons.LONGEST_NOTE));
        }
    }

    /** The value's name in the reader's language. */
    private static MessageSourceResolvable label(CoreValue value) {
        return new DefaultMessageSourceResolvable("feedback.value." + value);
    }
}
