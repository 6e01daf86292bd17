package id.laras.assessment;

import static id.laras.assessment.AssessmentSamples.approvingIdea;
import static id.laras.assessment.AssessmentSamples.correction;
import static id.laras.assessment.AssessmentSamples.indicator;
import static id.laras.assessment.AssessmentSamples.judgement;
import static id.laras.assessment.AssessmentSamples.numeric;
import static id.laras.assessment.AssessmentSamples.plan;
import static id.laras.assessment.AssessmentSamples.quadrant;
import static id.laras.assessment.AssessmentSamples.realisation;
import static id.laras.assessment.AssessmentSamples.scores;
import static id.laras.assessment.AssessmentSamples.self;
import static id.laras.assessment.AssessmentSamples.selfWithIdea;
import static id.laras.assessment.AssessmentSamples.threeColleagues;
import static id.laras.assessment.ScoringSamples.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import id.laras.feedback.FeedbackSummary;
import id.laras.feedback.Rating;
import id.laras.succession.Measure;
import id.laras.succession.Part;
import id.laras.target.Aspect;
import id.laras.target.Direction;
import id.laras.target.Plan;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Gathering, computing, looking up and explaining, without a database or an engine. */
class ScoringTests {

    private ScoredYear year = new ScoredYear(Scheme.NUMERIC);

    @Test
    void withoutOpinionsTheScoreIs70To30() {
        // SKP = (60 × 75 + 40 × 110) / 100 = 89; 0.7 × 89 + 0.3 × 90 = 62.3 + 27
        var score = year.scored();
        assertThat(score.total()).isEqualTo(number("89.30"));
        assertThat(score.predicate()).isEqualTo(Predicate.FAIR);
        assertThat(score.number()).isEqualTo(1);
        assertThat(score.basis()).isEqualTo(Basis.ASSESSMENT);
        assertThat(score.decidedBy()).isEqualTo("kabid");
    }

    @Test
    void withOpinionsTheScoreIs60To40() {
        // behaviour = 0.6 × 90 + 0.4 × 100 = 94; 0.6 × 89 + 0.4 × 94 = 53.4 + 37.6
        year.with(threeColleagues("300"));
        assertThat(year.scored().total()).isEqualTo(number("91.00"));
    }

    @Test
    void opinionsEnterUnrounded() {
        // Colleagues' mean is 80/3, shown as 26.67. 53.4 + 0.24 × 90.20 + 0.16 × 80/3 = 79.31466…; with 26.67: 79.3152
        year.with(threeColleagues("80"));
        year.with(numeric(scores("90.20")));
        assertThat(year.scored().total()).isEqualTo(number("79.31"));
    }

    /** 10 permits and 30 minutes were agreed for three months, one of which was served. */
    private void serves(int served, int agreedFor) {
        year.with(plan(
                indicator("permits", "Izin terbit", "10", Direction.HIGHER, "60"),
                new Plan.Indicator(
                        "waiting", Aspect.TIME, "Waktu tunggu", number("30"), "menit", Direction.LOWER, number("40"))));
        year.with(self(realisation("permits", "2"), realisation("waiting", "27")));
        year.with(new Part(
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 1, 31),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 3, 31),
                served,
                agreedFor,
                Measure.MONTHS));
    }

    @Test
    void partialServiceScalesQuantityButNotTime() {
        // 2 of 10 × 1 ÷ 3 is 60 %, of 3.33 it would be 60.06; SKP = (60 × 60 + 40 × 110) / 100 = 80; 0.7 × 80 + 0.3 ×
        // 90
        serves(1, 3);
        var score = year.scored();
        assertThat(score.total()).isEqualTo(number("83.00"));
        assertThat(year.told(score))
                .anySatisfy(line -> assertThat(line).contains("1 Jan 2026 sampai 31 Jan 2026"))
                .anySatisfy(line -> assertThat(line).contains("10 × 1 ÷ 3 = 3,33 buah"))
                .anySatisfy(line -> assertThat(line).contains("dari target 3,33 buah"))
                .anySatisfy(line -> assertThat(line).contains("dari target 30 menit"));
        assertThat(year.told(Locale.ENGLISH, score))
                .anySatisfy(line -> assertThat(line).contains("10 × 1 ÷ 3 = 3.33 buah"));
    }

    @Test
    void ofAPercentageWhoServedAPartOwesTheWhole() {
        // 95 of 95 % is 100; SKP = (60 × 100 + 40 × 110) / 100 = 104; 0.7 × 104 + 0.3 × 90
        serves(1, 3);
        year.with(plan(
                new Plan.Indicator(
                        "permits",
                        Aspect.QUANTITY,
                        "Cakupan imunisasi",
                        number("95"),
                        "% balita",
                        Direction.HIGHER,
                        number("60")),
                new Plan.Indicator(
                        "waiting", Aspect.TIME, "Waktu tunggu", number("30"), "menit", Direction.LOWER, number("40"))));
        year.with(self(realisation("permits", "95"), realisation("waiting", "27")));
        var score = year.scored();
        assertThat(score.total()).isEqualTo(number("99.80"));
        assertThat(year.told(score)).anySatisfy(line -> assertThat(line).contains("dari target 95 % balita"));
    }

    @Test
    void targetsThatWereAgreedForThePartAreNotSharedOutAgain() {
        // 2 of 10 is 20 %; SKP = (60 × 20 + 40 × 110) / 100 = 56; 0.7 × 56 + 0.3 × 90
        serves(1, 1);
        var score = year.scored();
        assertThat(score.total()).isEqualTo(number("66.20"));
        assertThat(year.told(score)).noneSatisfy(line -> assertThat(line).contains("disesuaikan"));
    }

    @Test
    void inQuadrantThePartIsToldAndNoNumberChanged() {
        year = new ScoredYear(Scheme.QUADRANT);
        serves(1, 3);
        year.with(quadrant(judgement(Rating.MEETS, null), judgement(Rating.BELOW, "Sering membentak warga")));
        assertThat(year.told(year.scored()))
                .anySatisfy(line -> assertThat(line).contains("1 Jan 2026 sampai 31 Jan 2026"))
                .anySatisfy(line -> assertThat(line).contains("dari target 10 buah"))
                .noneSatisfy(line -> assertThat(line).contains("disesuaikan"));
    }

    @Test
    void opinionsThatMayNotBeUsedDoNotCountEvenIfSomebodyKnowsThem() {
        var known = threeColleagues("30");
        year.with(new FeedbackSummary(5, 2, false, 3, known.values(), known.comments()));
        assertThat(year.scored().total()).isEqualTo(number("89.30"));
    }

    @Test
    void theAssessorsCorrectionCountsAndIsExplained() {
        // permits 40 of 80 = 50 %; SKP = (60 × 50 + 40 × 110) / 100 = 74; 0.7 × 74 + 27 = 78.8
        year.with(numeric(correction("permits", "40", "Dua puluh izin dicabut")));
        var score = year.scored();
        assertThat(score.total()).isEqualTo(number("78.80"));
        assertThat(year.told(score))
                .anySatisfy(line -> assertThat(line)
                        .contains("Izin terbit", "melaporkan 60 buah", "memakai 40 buah", "Dua puluh izin dicabut"));
    }

    @Test
    void quadrantHasNoTotalAndAsksTheTable() {
        year = new ScoredYear(Scheme.QUADRANT);
        year.with(quadrant(judgement(Rating.MEETS, null), judgement(Rating.BELOW, "Sering membentak warga")));
        var score = year.scored();
        assertThat(score.total()).isNull();
        assertThat(score.predicate()).isEqualTo(Predicate.POOR);
        assertThat(year.told(score))
                .anySatisfy(line -> assertThat(line)
                        .contains("Rating perilaku kerja", "Di bawah ekspektasi", "Sering membentak warga"))
                .anySatisfy(line -> assertThat(line)
                        .contains("Hasil kerja: Sesuai ekspektasi; perilaku kerja: Di bawah ekspektasi", "Kurang"));
    }

    @Test
    void aNewIdeaCountsOnlyWhenItIsApproved() {
        year.with(selfWithIdea());
        year.scored();
        assertThat(year.bands.newIdeaApproved).isFalse();
        year.with(approvingIdea("Menghemat waktu warga"));
        var score = year.scored();
        assertThat(year.bands.newIdeaApproved).isTrue();
        assertThat(year.told(score))
                .anySatisfy(line -> assertThat(line)
                        .contains("Gagasan baru: Antrean daring", "Menghemat waktu warga", "Disetujui"));
    }

    @Test
    void aMissingRealisationBlocksTheScoreInsteadOfCountingAsZero() {
        year.with(self(realisation("permits", "60")));
        blockedWith("Realisasi indikator “Waktu tunggu” belum diisi.");
    }

    @Test
    void aMissingValueOfTheAssessorBlocksTheScore() {
        year.with(numeric(scores("90").subList(0, 6)));
        blockedWith("Nilai “Kolaboratif” dari pejabat penilai belum ada.");
    }

    @Test
    void everyMissingPartIsNamed() {
        year.with(plan(indicator("permits", "Izin terbit", "80", Direction.HIGHER, null)));
        year.with(self(realisation("waiting", "3")));
        blockedWith("Realisasi indikator “Izin terbit” belum diisi. Bobot indikator “Izin terbit” tidak ada atau nol.");
    }

    @Test
    void aMissingRatingBlocksTheScore() {
        year.withoutRating();
        blockedWith("Nilai belum dapat dihitung: penilaian dari pejabat penilai tidak ada.");
    }

    @Test
    void missingTargetsBlockTheScore() {
        year.withoutPlan();
        blockedWith("Nilai belum dapat dihitung: sasaran kinerja yang disetujui tidak ada.");
        year.with(plan(new Plan.Indicator[0]));
        blockedWith("Nilai belum dapat dihitung: sasaran kinerja tidak mempunyai indikator.");
    }

    @Test
    void missingRatingsBlockTheQuadrant() {
        year = new ScoredYear(Scheme.QUADRANT);
        blockedWith("Rating hasil kerja belum dipilih. Rating perilaku kerja belum dipilih.");
    }

    @Test
    void aTableWithoutAMatchingRowBlocksTheScore() {
        year.bands.empty = true;
        blockedWith("Nilai belum dapat ditetapkan: tabel predikat tidak mempunyai baris yang cocok."
                + " Perbaiki tabel, lalu ulangi.");
    }

    private void blockedWith(String sentence) {
        assertThatThrownBy(year::scored).isInstanceOf(ScoreBlocked.class).hasMessage(sentence);
        assertThat(year.kept.all).isEmpty();
    }
}
