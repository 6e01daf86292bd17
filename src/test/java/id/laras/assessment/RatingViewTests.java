package id.laras.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.laras.ClosingScene;
import id.laras.LarasTest;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.OrganisationPredicate;
import id.laras.cycle.PeriodicPredicate;
import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the assessor sees beside the report: the parts of the year, and the predicate of the unit that is led. */
@LarasTest
@Tag("database")
class RatingViewTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    AssessmentService assessments;

    @Autowired
    JdbcTemplate jdbc;

    private final String nip = "%018d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000_000L));

    @Test
    void anAnnualRatingShowsTheYearsPredicates_PermenPanrb6of2022() {
        var second = evaluated("PERIODIC", "2026-04-01", "2026-06-30", Predicate.GOOD);
        var first = evaluated("PERIODIC", "2026-01-01", "2026-03-31", Predicate.VERY_GOOD);
        evaluated("PERIODIC", "2026-07-01", "2026-09-30", null);
        evaluated("PERIODIC", "2025-10-01", "2025-12-31", Predicate.POOR);
        evaluated("ANNUAL", "2026-02-01", "2026-11-30", Predicate.POOR);
        var year = evaluated("ANNUAL", "2026-01-01", "2026-12-31", null);

        assertThat(assessments.ratingView(year).periodic())
                .extracting(PeriodicPredicate::evaluationId, PeriodicPredicate::firstDay, PeriodicPredicate::predicate)
                .containsExactly(
                        tuple(first.value(), LocalDate.of(2026, 1, 1), Predicate.VERY_GOOD),
                        tuple(second.value(), LocalDate.of(2026, 4, 1), Predicate.GOOD));
        assertThat(assessments.ratingView(first).periodic()).isEmpty();
    }

    @Test
    void onlyLeadersAreRatedBesideTheirUnits_SeMenpanrb3of2023() {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 2);
        var head = EvaluationId.of(scene.evaluationOf(1));
        var member = EvaluationId.of(scene.evaluationOf(2));
        jdbc.update("update evaluation set assessor = ? where id = ?", scene.employee(1), member.value());
        assertThat(assessments.ratingView(head).ledUnit()).isNull();
        jdbc.update(
                "insert into unit_predicate (id, cycle_id, unit_code, predicate, set_by, set_at, version)"
                        + " values (?, ?, ?, 'EXCELLENT', 'sdm', '2026-12-01 01:00:00', 0)",
                "predicate-" + scene.unitCode().substring(5, 25),
                scene.cycleId(),
                scene.unitCode());
        assertThat(assessments.ratingView(head).ledUnit()).isEqualTo(OrganisationPredicate.EXCELLENT);
        assertThat(assessments.ratingView(member).ledUnit()).isNull();
    }

    private EvaluationId evaluated(String kind, String firstDay, String lastDay, Predicate predicate) {
        var scene = new ClosingScene(context, Scheme.QUADRANT, 1);
        jdbc.update(
                "update cycle set kind = ?, first_day = ?, last_day = ? where id = ?",
                kind,
                LocalDate.parse(firstDay),
                LocalDate.parse(lastDay),
                scene.cycleId());
        jdbc.update(
                "update evaluation set employee_nip = ?, predicate = ? where id = ?",
                nip,
                predicate == null ? null : predicate.name(),
                scene.evaluationOf(1));
        return EvaluationId.of(scene.evaluationOf(1));
    }
}
