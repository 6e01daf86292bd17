package id.laras.assessment;

import id.laras.evidence.CheckIn;
import id.laras.feedback.Scale;
import id.laras.target.Plan;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What the employee sees in the self-assessment.
 *
 * @param part null when the employee is evaluated for the whole cycle
 */
public record SelfView(
        Scale scale,
        Figures figures,
        Plan plan,
        List<CheckIn> checkIns,
        @Nullable PartView part) {}
