package id.laras.demo;

import id.laras.assessment.SelfAssessment;
import id.laras.assessment.SelfAssessment.NewIdea;
import id.laras.assessment.SelfAssessment.Realisation;
import id.laras.assessment.SupervisorRating;
import id.laras.assessment.SupervisorRating.Judgement;
import id.laras.cycle.Scheme;
import id.laras.evidence.CheckIn.Progress;
import id.laras.evidence.Evidence;
import id.laras.evidence.Report;
import id.laras.feedback.CoreValue;
import id.laras.feedback.Opinion;
import id.laras.feedback.Rating;
import id.laras.feedback.ValueRating;
import id.laras.target.Direction;
import id.laras.target.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** What people write into the forms. Levels are percentages of what was agreed, 100 for exactly that. */
final class DemoAnswers {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private DemoAnswers() {}

    static Report report(Plan plan) {
        var progress = plan.indicators().stream()
                .map(indicator -> new Progress(indicator.id(), reached(indicator, 75), "Sesuai rencana"))
                .toList();
        return new Report("Pekerjaan berjalan sesuai rencana; data lapangan sedang dilengkapi.", progress);
    }

    static SelfAssessment selfAssessment(Scheme scheme, Plan plan, int level, NewIdea idea) {
        var realisations = plan.indicators().stream()
                .map(indicator -> new Realisation(
                        indicator.id(),
                        reached(indicator, level),
                        "Dihitung dari laporan triwulan.",
                        List.of(new Evidence(
                                "https://berkas.laraskota.example/laporan-triwulan", null, "Laporan triwulan"))))
                .toList();
        return new SelfAssessment(realisations, values(scheme, Math.min(level, 110)), idea);
    }

    static Opinion opinion(Scheme scheme, int level) {
        return new Opinion(values(scheme, level), "Mudah diajak bekerja sama dan cepat menanggapi pertanyaan.");
    }

    static SupervisorRating rating(Scheme scheme, int results, int behaviour, boolean newIdea) {
        var note = "Pertahankan yang baik; sampaikan kendala lebih awal.";
        if (scheme == Scheme.QUADRANT) {
            return new SupervisorRating(
                    judgement(results), judgement(behaviour), List.of(), List.of(), null, null, note);
        }
        var reason = newIdea ? "Sudah dipakai di semua puskesmas dan mempercepat pelaporan." : null;
        return new SupervisorRating(null, null, List.of(), values(scheme, behaviour), newIdea, reason, note);
    }

    private static Judgement judgement(int level) {
        var rating = rating(level);
        return new Judgement(
                rating, rating == Rating.BELOW ? "Sebagian target tidak tercapai tanpa sebab luar." : null);
    }

    private static Rating rating(int level) {
        return level > 105 ? Rating.ABOVE : level < 90 ? Rating.BELOW : Rating.MEETS;
    }

    private static List<ValueRating> values(Scheme scheme, int level) {
        return Arrays.stream(CoreValue.values())
                .map(value -> scheme == Scheme.QUADRANT
                        ? new ValueRating(value, rating(level), null, null)
                        : new ValueRating(value, null, BigDecimal.valueOf(level), reason(level)))
                .toList();
    }

    private static String reason(int level) {
        return level < 90 ? "Beberapa kali terlambat menanggapi permintaan layanan." : null;
    }

    /** Nobody counts 71.7 schools or reaches 109.8 %: whole things where the target is whole, percentages up to 100. */
    private static BigDecimal reached(Plan.Indicator indicator, int level) {
        var share = indicator.direction() == Direction.HIGHER ? level : 200 - level;
        var percent = "%".equals(indicator.unit());
        var places = percent || indicator.target().stripTrailingZeros().scale() > 0 ? 1 : 0;
        var value =
                indicator.target().multiply(BigDecimal.valueOf(share)).divide(HUNDRED, places, RoundingMode.HALF_UP);
        var possible = percent ? value.min(HUNDRED) : value;
        return new BigDecimal(possible.stripTrailingZeros().toPlainString());
    }
}
