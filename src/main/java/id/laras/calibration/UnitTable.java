package id.laras.calibration;

import id.laras.cycle.OrganisationPredicate;
import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * The table that the meeting looks at.
 *
 * @param organisationPredicate the unit's own predicate for the period, null when none was set
 * @param predicates            those that the cycle's scheme knows, best first
 * @param employees             whose evaluations are part of the meeting, by name
 * @param notReady              names and NIPs of those whose evaluations have not come yet
 */
public record UnitTable(
        String calibrationId,
        String unitName,
        String cycleName,
        Scheme scheme,
        @Nullable OrganisationPredicate organisationPredicate,
        List<Predicate> predicates,
        List<Row> employees,
        List<String> notReady) {

    /**
     * One employee.
     *
     * @param nip    beside the name, because two people of one unit may have the same
     * @param head   leads the unit: their work results are to be rated as the unit's own predicate (SE MenPANRB 3/2023)
     * @param total  0 to 120 in NUMERIC, null in QUADRANT
     * @param locked decided on objection and therefore final (PP 30/2019 art. 59)
     */
    public record Row(
            String evaluationId,
            String name,
            String nip,
            String position,
            boolean head,
            @Nullable BigDecimal total,
            Predicate predicate,
            boolean locked) {}
}
