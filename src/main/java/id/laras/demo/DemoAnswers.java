package id.laras.demo;

import id.laras.assessment.AssessorRating;
import id.laras.assessment.AssessorRating.Judgement;
import id.laras.assessment.SelfAssessment;
import id.laras.assessment.SelfAssessment.NewIdea;
import id.laras.assessment.SelfAssessment.Realisation;
import id.laras.cycle.Scheme;
import id.laras.evidence.CheckIn.Progress;
import id.laras.evidence.Evidence;
import id.laras.evidence.Report;
import id.laras.feedback.CoreValue;
import id.laras.feedback.Opinion;
import id.laras.feedback.Rating;
import id.laras.feedback.ValueRating;
import id.laras.followup.CoachingKind;
import id.laras.followup.CoachingRecord;
import id.laras.followup.DevelopmentPlan;
import id.laras.objection.DecisionAnswer;
import id.laras.objection.Outcome;
import id.laras.objection.ReviewAnswer;
import id.laras.succession.NewNote;
import id.laras.target.Approval;
import id.laras.target.Direction;
import id.laras.target.Plan;
import id.laras.target.Proposal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What people write into the forms. Levels are percentages of what was agreed, 100 for exactly that. */
final class DemoAnswers {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Below it a result is less than what was agreed. */
    static final int LOW = 90;

    /** Above it a result is more than what was agreed. */
    static final int HIGH = 105;

    private DemoAnswers() {}

    static Approval approval() {
        return new Approval(true, "Utamakan kecepatan layanan kepada warga.", null, List.of());
    }

    /** The same targets again, with a reason. */
    static Proposal revision(Plan plan) {
        return new Proposal("Menyesuaikan dengan anggaran perubahan.", plan.behaviourExpectation(), plan.results());
    }

    static Object checkInFeedback() {
        return Map.of("feedback", "Baik. Lengkapi data sebelum akhir bulan.");
    }

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

    static AssessorRating rating(Scheme scheme, int results, int behaviour, boolean newIdea) {
        var note = "Pertahankan yang baik; sampaikan kendala lebih awal.";
        if (scheme == Scheme.QUADRANT) {
            return new AssessorRating(judgement(results), judgement(behaviour), List.of(), List.of(), null, null, note);
        }
        var reason = newIdea ? "Sudah dipakai di semua puskesmas dan mempercepat pelaporan." : null;
        return new AssessorRating(null, null, List.of(), values(scheme, behaviour), newIdea, reason, note);
    }

    static ReviewAnswer acceptance() {
        return new ReviewAnswer(false, null, List.of());
    }

    static DecisionAnswer upheld() {
        return new DecisionAnswer(
                Outcome.UPHELD,
                "Penilaian sesuai dengan bukti yang ada.",
                "Penilai menjelaskan dasar penilaiannya.",
                "Pegawai menyampaikan alasannya; tidak ada bukti baru.",
                null);
    }

    static Object calibration() {
        return Map.of("moves", List.of(), "note", "Sebaran wajar.");
    }

    static Object confirmation() {
        return Map.of("confirmed", true, "note", "");
    }

    static DevelopmentPlan plan(boolean reward) {
        return new DevelopmentPlan(List.of(), null, reward, "");
    }

    /** @param until last day of both */
    static DevelopmentPlan trainingAndCoaching(LocalDate until) {
        var training = new DevelopmentPlan.TrainingOrder(
                "TIME_MANAGEMENT", "Menyelesaikan laporan bulanan sebelum tanggal lima.", until);
        var coaching = new DevelopmentPlan.CoachingOrder(
                CoachingKind.GUIDANCE, "Mengatur prioritas saat pekerjaan menumpuk", until);
        return new DevelopmentPlan(List.of(training), coaching, false, "");
    }

    static CoachingRecord coaching(LocalDate on) {
        return new CoachingRecord(on, "Membahas pembagian waktu dan kendala data.", "Rencana mingguan tiap Senin.");
    }

    static Object nomination() {
        return Map.of("kind", "CERTIFICATE", "citation", "Hasil kerja jauh di atas target dan menjadi contoh.");
    }

    static Object grant() {
        return Map.of("granted", true, "reason", "Layak menurut tim penilai.");
    }

    static NewNote handOverNote() {
        return new NewNote("Target triwulan terakhir.", "Pekerjaan berjalan sesuai rencana.", "Laporan akhir tahun.");
    }

    private static Judgement judgement(int level) {
        var rating = rating(level);
        return new Judgement(
                rating, rating == Rating.BELOW ? "Sebagian target tidak tercapai tanpa sebab luar." : null);
    }

    private static Rating rating(int level) {
        return level > HIGH ? Rating.ABOVE : level < LOW ? Rating.BELOW : Rating.MEETS;
    }

    private static List<ValueRating> values(Scheme scheme, int level) {
        return Arrays.stream(CoreValue.values())
                .map(value -> scheme == Scheme.QUADRANT
                        ? new ValueRating(value, rating(level), null, null)
                        : new ValueRating(value, null, BigDecimal.valueOf(level), reason(level)))
                .toList();
    }

    private static String reason(int level) {
        return level < LOW ? "Beberapa kali terlambat menanggapi permintaan layanan." : null;
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
