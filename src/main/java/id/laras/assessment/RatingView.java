package id.laras.assessment;

import id.laras.cycle.OrganisationPredicate;
import id.laras.cycle.PeriodicPredicate;
import id.laras.evidence.CheckIn;
import id.laras.feedback.FeedbackSummary;
import id.laras.feedback.Scale;
import id.laras.target.Plan;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * Everything that is known when a person rates the employee.
 *
 * @param self        null when there is no self-assessment
 * @param reasonBelow a value scored under this asks for a reason; null on {@link Scale#RATING}
 * @param current     the rating given before, null for the first
 * @param periodic    what the employee was found to be in the parts of the year; empty in a periodic cycle
 * @param ledUnit     the predicate of the unit that the employee leads, else null: their work results are rated the same
 * @param part        null when the employee is evaluated for the whole cycle
 */
public record RatingView(
        Scale scale,
        Figures figures,
        Plan plan,
        List<CheckIn> checkIns,
        @Nullable SelfAssessment self,
        @Nullable FeedbackSummary feedback,
        @Nullable BigDecimal reasonBelow,
        @Nullable AssessorRating current,
        List<PeriodicPredicate> periodic,
        @Nullable OrganisationPredicate ledUnit,
        @Nullable PartView part) {}
