package id.laras.assessment;

import static id.laras.assessment.AssessmentSamples.approvingIdea;
import static id.laras.assessment.AssessmentSamples.correction;
import static id.laras.assessment.AssessmentSamples.indicator;
import static id.laras.assessment.AssessmentSamples.judgement;
import static id.laras.assessment.AssessmentSamples.noFeedback;
import static id.laras.assessment.AssessmentSamples.numeric;
import static id.laras.assessment.AssessmentSamples.plan;
import static id.laras.assessment.AssessmentSamples.quadrant;
import static id.laras.assessment.AssessmentSamples.realisation;
import static id.laras.assessment.AssessmentSamples.scores;
import static id.laras.assessment.AssessmentSamples.self;
import static id.laras.assessment.AssessmentSamples.selfWithIdea;
import static id.laras.assessment.AssessmentSamples.threeColleagues;
import static id.laras.assessment.AssessmentSamples.tooFew;
import static id.laras.assessment.ScoringSamples.RULES;
import static id.laras.assessment.ScoringSamples.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import id.laras.cycle.Cycle;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import id.laras.feedback.FeedbackService;
import id.laras.feedback.FeedbackSummary;
import id.laras.feedback.Rating;
import id.laras.security.StoodIn;
import id.laras.succession.Measure;
import id.laras.succession.Part;
import id.laras.succession.Shortenings;
import id.laras.target.Aspect;
import id.laras.target.Direction;
import id.laras.target.Plan;
import id.laras.target.TargetService;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gathering, computing, looking up and explaining, without a database or an engine. */
class ScoringTests {

    private static final EvaluationId ID = EvaluationId.of("e1");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T17:30:00Z"), ZoneId.of("Asia/Jakarta"));
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private static final StoodIn NOBODY_STOOD_IN = mock(StoodIn.class, shown -> shown.getArgument(2));

    private final Scores scores = mock(Scores.class);
    private final GivenRatings ratings = mock(GivenRatings.class);
    private final GivenSelfAssessments selves = mock(GivenSelfAssessments.class);
    private final TargetService targets = mock(TargetService.class);
    private final FeedbackService feedback = mock(FeedbackService.class);
    private final Shortenings shortenings = mock(Shortenings.class);
    private final Evaluation evaluation = mock(Evaluation.class);
    private final Cycle cycle = mock(Cycle.class);
    private final Results results = new Results(Bundles.messages(), NOBODY_STOOD_IN, CLOCK);
    private final Bands bands = new Bands();
    private final ScoreBook book = new ScoreBook(scores, mock(EvaluationRecorder.class), Bundles.json(), CLOCK);
    private final Scoring scoring = new Scoring(
            new Answers(selves, ratings, CLOCK), targets, feedback, shortenings, book, RULES, Bundles.messages());

    @BeforeEach
    void anEvaluationInANumericCycle() {
        when(evaluation.id()).thenReturn(ID);
        when(evaluation.cycle()).thenReturn(cycle);
        when(evaluation.supervisor()).thenReturn("kabid");
        when(evaluation.supervisorName()).thenReturn("Bu Kabid");
        when(cycle.scheme()).thenReturn(Scheme.NUMERIC);
        when(scores.save(any())).thenAnswer(call -> call.getArgument(0));
        given(plan());
        given(self());
        given(numeric());
        given(noFeedback());
    }

    @Test
    void withoutOpinionsTheScoreIs70To30() {
        // SKP = (60 × 75 + 40 × 110) / 100 = 89; 0.7 × 89 + 0.3 × 90 = 62.3 + 27
        var score = scored();
        assertThat(score.total()).isEqualTo(number("89.30"));
        assertThat(score.predicate()).isEqualTo(Predicate.FAIR);
        assertThat(score.number()).isEqualTo(1);
        assertThat(score.basis()).isEqualTo(Basis.ASSESSMENT);
        assertThat(score.decidedBy()).isEqualTo("kabid");
    }

    @Test
    void withOpinionsTheScoreIs60To40() {
        // behaviour = 0.6 × 90 + 0.4 × 100 = 94; 0.6 × 89 + 0.4 × 94 = 53.4 + 37.6
        given(threeColleagues("300"));
        assertThat(scored().total()).isEqualTo(number("91.00"));
    }

    @Test
    void quadrantHasNoWeightsToLeaveOut() {
        when(cycle.scheme()).thenReturn(Scheme.QUADRANT);
        given(quadrant(judgement(Rating.MEETS, null), judgement(Rating.BELOW, "Sering membentak warga")));
        given(new FeedbackSummary(5, 2, false, 3, List.of(), List.of()));
        assertThat(told(scored()))
                .anySatisfy(line -> assertThat(line).contains("Hanya 2 dari 5 orang menjawab"))
                .noneSatisfy(line -> assertThat(line).contains("bersama bobotnya"))
                .noneSatisfy(line -> assertThat(line).contains("Bobotnya"));
        given(noFeedback());
        assertThat(told(scored()))
                .anySatisfy(line -> assertThat(line)
                        .contains("kurang dari 3 orang", "karena itu tidak ada yang dimintai pendapat."))
                .noneSatisfy(line -> assertThat(line).contains("Bobotnya"));
        given(new FeedbackSummary(0, 0, false, 0, List.of(), List.of()));
        assertThat(told(scored()))
                .anySatisfy(line -> assertThat(line).contains("Tidak ada rekan atau bawahan yang diminta berpendapat."))
                .noneSatisfy(line -> assertThat(line).contains("Bobotnya"));
    }

    @Test
    void opinionsEnterUnrounded() {
        // Colleagues' mean is 80/3, shown as 26.67. 53.4 + 0.24 × 90.20 + 0.16 × 80/3 = 79.31466…; with 26.67: 79.3152
        given(threeColleagues("80"));
        given(numeric(scores("90.20")));
        assertThat(scored().total()).isEqualTo(number("79.31"));
    }

    /** 10 permits and 30 minutes were agreed for three months, one of which was served. */
    private void serves(int served, int agreedFor) {
        given(AssessmentSamples.plan(
                AssessmentSamples.indicator("permits", "Izin terbit", "10", Direction.HIGHER, "60"),
                new Plan.Indicator(
                        "waiting", Aspect.TIME, "Waktu tunggu", number("30"), "menit", Direction.LOWER, number("40"))));
        given(AssessmentSamples.self(
                AssessmentSamples.realisation("permits", "2"), AssessmentSamples.realisation("waiting", "27")));
        when(shortenings.part(any(), any()))
                .thenReturn(Optional.of(new Part(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 1, 31),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 3, 31),
                        served,
                        agreedFor,
                        Measure.MONTHS)));
    }

    @Test
    void partialServiceScalesQuantityButNotTime() {
        // 2 of 10 × 1 ÷ 3 is 60 %, of 3.33 it would be 60.06; SKP = (60 × 60 + 40 × 110) / 100 = 80; 0.7 × 80 + 0.3 ×
        // 90
        serves(1, 3);
        var score = scored();
        assertThat(score.total()).isEqualTo(number("83.00"));
        assertThat(told(score))
                .anySatisfy(line -> assertThat(line).contains("1 Jan 2026 sampai 31 Jan 2026"))
                .anySatisfy(line -> assertThat(line).contains("10 × 1 ÷ 3 = 3,33 buah"))
                .anySatisfy(line -> assertThat(line).contains("dari target 3,33 buah"))
                .anySatisfy(line -> assertThat(line).contains("dari target 30 menit"));
        assertThat(told(Locale.ENGLISH, score))
                .anySatisfy(line -> assertThat(line).contains("10 × 1 ÷ 3 = 3.33 buah"));
    }

    @Test
    void ofAPercentageWhoServedAPartOwesTheWhole() {
        // 95 of 95 % is 100; SKP = (60 × 100 + 40 × 110) / 100 = 104; 0.7 × 104 + 0.3 × 90
        serves(1, 3);
        given(AssessmentSamples.plan(
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
        given(AssessmentSamples.self(
                AssessmentSamples.realisation("permits", "95"), AssessmentSamples.realisation("waiting", "27")));
        var score = scored();
        assertThat(score.total()).isEqualTo(number("99.80"));
        assertThat(told(score)).anySatisfy(line -> assertThat(line).contains("dari target 95 % balita"));
    }

    @Test
    void targetsThatWereAgreedForThePartAreNotSharedOutAgain() {
        // 2 of 10 is 20 %; SKP = (60 × 20 + 40 × 110) / 100 = 56; 0.7 × 56 + 0.3 × 90
        serves(1, 1);
        var score = scored();
        assertThat(score.total()).isEqualTo(number("66.20"));
        assertThat(told(score)).noneSatisfy(line -> assertThat(line).contains("disesuaikan"));
    }

    @Test
    void inQuadrantThePartIsToldAndNoNumberChanged() {
        serves(1, 3);
        when(cycle.scheme()).thenReturn(Scheme.QUADRANT);
        given(quadrant(judgement(Rating.MEETS, null), judgement(Rating.BELOW, "Sering membentak warga")));
        assertThat(told(scored()))
                .anySatisfy(line -> assertThat(line).contains("1 Jan 2026 sampai 31 Jan 2026"))
                .anySatisfy(line -> assertThat(line).contains("dari target 10 buah"))
                .noneSatisfy(line -> assertThat(line).contains("disesuaikan"));
    }

    @Test
    void opinionsThatMayNotBeUsedDoNotCountEvenIfSomebodyKnowsThem() {
        var known = threeColleagues("30");
        given(new FeedbackSummary(5, 2, false, 3, known.values(), known.comments()));
        assertThat(scored().total()).isEqualTo(number("89.30"));
    }

    @Test
    void theAssessorsCorrectionCountsAndIsExplained() {
        // permits 40 of 80 = 50 %; SKP = (60 × 50 + 40 × 110) / 100 = 74; 0.7 × 74 + 27 = 78.8
        given(numeric(correction("permits", "40", "Dua puluh izin dicabut")));
        var score = scored();
        assertThat(score.total()).isEqualTo(number("78.80"));
        assertThat(told(score))
                .anySatisfy(line -> assertThat(line)
                        .contains("Izin terbit", "melaporkan 60 buah", "memakai 40 buah", "Dua puluh izin dicabut"));
    }

    @Test
    void quadrantHasNoTotalAndAsksTheTable() {
        when(cycle.scheme()).thenReturn(Scheme.QUADRANT);
        given(quadrant(judgement(Rating.MEETS, null), judgement(Rating.BELOW, "Sering membentak warga")));
        var score = scored();
        assertThat(score.total()).isNull();
        assertThat(score.predicate()).isEqualTo(Predicate.POOR);
        assertThat(told(score))
                .anySatisfy(line -> assertThat(line)
                        .contains("Rating perilaku kerja", "Di bawah ekspektasi", "Sering membentak warga"))
                .anySatisfy(line -> assertThat(line)
                        .contains("Hasil kerja: Sesuai ekspektasi; perilaku kerja: Di bawah ekspektasi", "Kurang"));
    }

    @Test
    void aNewIdeaCountsOnlyWhenItIsApproved() {
        given(selfWithIdea());
        scored();
        assertThat(bands.newIdeaApproved).isFalse();
        given(approvingIdea("Menghemat waktu warga"));
        var score = scored();
        assertThat(bands.newIdeaApproved).isTrue();
        assertThat(told(score))
                .anySatisfy(line -> assertThat(line)
                        .contains("Gagasan baru: Antrean daring", "Menghemat waktu warga", "Disetujui"));
    }

    @Test
    void aMissingRealisationBlocksTheScoreInsteadOfCountingAsZero() {
        given(self(realisation("permits", "60")));
        blockedWith("Realisasi indikator “Waktu tunggu” belum diisi.");
    }

    @Test
    void aMissingValueOfTheAssessorBlocksTheScore() {
        given(numeric(scores("90").subList(0, 6)));
        blockedWith("Nilai “Kolaboratif” dari pejabat penilai belum ada.");
    }

    @Test
    void everyMissingPartIsNamed() {
        given(plan(indicator("permits", "Izin terbit", "80", Direction.HIGHER, null)));
        given(self(realisation("waiting", "3")));
        blockedWith("Realisasi indikator “Izin terbit” belum diisi. Bobot indikator “Izin terbit” tidak ada atau nol.");
    }

    @Test
    void aMissingRatingBlocksTheScore() {
        when(ratings.findFirstByEvaluationIdOrderByNumberDesc("e1")).thenReturn(Optional.empty());
        blockedWith("Nilai belum dapat dihitung: penilaian dari pejabat penilai tidak ada.");
    }

    @Test
    void missingTargetsBlockTheScore() {
        when(targets.approved(ID)).thenReturn(Optional.empty());
        blockedWith("Nilai belum dapat dihitung: sasaran kinerja yang disetujui tidak ada.");
        given(plan(new Plan.Indicator[0]));
        blockedWith("Nilai belum dapat dihitung: sasaran kinerja tidak mempunyai indikator.");
    }

    @Test
    void missingRatingsBlockTheQuadrant() {
        when(cycle.scheme()).thenReturn(Scheme.QUADRANT);
        blockedWith("Rating hasil kerja belum dipilih. Rating perilaku kerja belum dipilih.");
    }

    @Test
    void aTableWithoutAMatchingRowBlocksTheScore() {
        bands.empty = true;
        blockedWith("Nilai belum dapat ditetapkan: tabel predikat tidak mempunyai baris yang cocok."
                + " Perbaiki tabel, lalu ulangi.");
    }

    @Test
    void opinionsThatAreLeftOutAreExplained() {
        given(tooFew());
        var score = scored();
        assertThat(score.total()).isEqualTo(number("89.30"));
        assertThat(told(score))
                .anySatisfy(line ->
                        assertThat(line).contains("tidak dipakai", "Hanya 2 dari 5 orang", "bukan dihitung nol"))
                .anySatisfy(line -> assertThat(line).contains("70% × SKP 89,00 + 30% × perilaku 90,00"));
    }

    @Test
    void opinionsAreToldOnlyInSum() {
        given(threeColleagues("281"));
        var score = scored();
        assertThat(told(score))
                .anySatisfy(line -> assertThat(line).contains("3 dari 4 orang", "93,67"))
                .noneSatisfy(line -> assertThat(line).contains("Rajin"));
    }

    @Test
    void theExplanationCanBeCheckedLineByLine() {
        given(threeColleagues("300"));
        assertThat(told(scored()))
                .containsExactly(
                        "Sasaran kinerja | Versi 2, versi terakhir yang disetujui, menjadi dasar penilaian. | ",
                        "Capaian: Izin terbit | Realisasi 60 buah dari target 80 buah, semakin tinggi semakin baik:"
                                + " realisasi ÷ target × 100, paling tinggi 120. Bobot 60%. | 75,00",
                        "Capaian: Waktu tunggu | Realisasi 27 buah dari target 30 buah, semakin rendah semakin baik:"
                                + " (2 − realisasi ÷ target) × 100, paling tinggi 120 dan tidak kurang dari 0."
                                + " Bobot 40%. | 110,00",
                        "Nilai SKP | Jumlah bobot × capaian dibagi jumlah bobot. | 89,00",
                        "Berorientasi Pelayanan | Nilai perilaku dari pejabat penilai. | 90,00",
                        "Akuntabel | Nilai perilaku dari pejabat penilai. | 90,00",
                        "Kompeten | Nilai perilaku dari pejabat penilai. | 90,00",
                        "Harmonis | Nilai perilaku dari pejabat penilai. | 90,00",
                        "Loyal | Nilai perilaku dari pejabat penilai. | 90,00",
                        "Adaptif | Nilai perilaku dari pejabat penilai. | 90,00",
                        "Kolaboratif | Nilai perilaku dari pejabat penilai. | 90,00",
                        "Perilaku menurut pejabat penilai | Rata-rata tujuh nilai. | 90,00",
                        "Perilaku menurut rekan dan bawahan | Rata-rata seluruh jawaban: 3 dari 4 orang yang diminta"
                                + " menjawab. | 100,00",
                        "Nilai perilaku | 60% × 90,00 (pejabat penilai) + 40% × 100,00 (rekan dan bawahan). | 94,00",
                        "Nilai akhir | 60% × SKP 89,00 + 40% × perilaku 94,00 (PP 30/2019 pasal 41, dengan pendapat"
                                + " rekan dan bawahan). Angka antara ditampilkan dua desimal; perhitungan memakai angka"
                                + " penuh dan dibulatkan satu kali, di sini. | 91,00",
                        "Predikat menurut tabel | Nilai akhir 91,00, tanpa gagasan baru yang disetujui. | Baik");
    }

    @Test
    void figuresAreWrittenAsTheReaderWritesThem() {
        given(plan(indicator("permits", "Izin terbit", "12500.5", Direction.HIGHER, "100")));
        given(self(realisation("permits", "12500.5")));
        var score = scored();
        assertThat(told(score)).anySatisfy(line -> assertThat(line).contains("Realisasi 12.500,5 buah"));
        assertThat(told(Locale.ENGLISH, score))
                .anySatisfy(line -> assertThat(line).contains("12,500.5 buah reached"))
                .noneSatisfy(line -> assertThat(line).contains("Realisasi"));
    }

    @Test
    void laterChangesAreToldWithTheirReasons() {
        var first = scored();
        var second = book.moved(first, Predicate.GOOD, "Setara dengan rekan seunit", "sdm");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.total()).isEqualTo(first.total());
        assertThat(told(first, second))
                .last()
                .isEqualTo("Diubah dalam kalibrasi | 21 Nov 2026: kalibrasi unit mengubah predikat."
                        + " Alasan: Setara dengan rekan seunit | Cukup → Baik");
        assertThat(results.view(evaluation, List.of(first, second), INDONESIAN).ratedBy())
                .isEqualTo("Bu Kabid");
    }

    private Score scored() {
        return scoring.score(evaluation, bands);
    }

    private void blockedWith(String sentence) {
        assertThatThrownBy(this::scored).isInstanceOf(ScoreBlocked.class).hasMessage(sentence);
        verifyNoInteractions(scores);
    }

    private List<String> told(Score... versions) {
        return told(INDONESIAN, versions);
    }

    private List<String> told(Locale locale, Score... versions) {
        return results.view(evaluation, List.of(versions), locale).lines().stream()
                .map(line -> line.label() + " | " + line.detail() + " | " + line.value())
                .toList();
    }

    private void given(Plan plan) {
        when(targets.approved(ID)).thenReturn(Optional.of(plan));
    }

    private void given(FeedbackSummary summary) {
        when(feedback.summary(ID)).thenReturn(summary);
    }

    private void given(SelfAssessment self) {
        var stored = new GivenSelfAssessment("e1", 1, self, CLOCK.instant());
        when(selves.findFirstByEvaluationIdOrderByNumberDesc("e1")).thenReturn(Optional.of(stored));
    }

    private void given(SupervisorRating rating) {
        var stored = new GivenRating("e1", 1, Basis.ASSESSMENT, "kabid", rating, null, CLOCK.instant());
        when(ratings.findFirstByEvaluationIdOrderByNumberDesc("e1")).thenReturn(Optional.of(stored));
    }

    /** The tables of docs/law.md#quadrant and docs/law.md#numeric as far as these tests need them. */
    private static final class Bands implements PredicateTable {

        private boolean empty;
        private boolean newIdeaApproved;

        @Override
        public Optional<Predicate> quadrant(Rating workResult, Rating behaviour) {
            return behaviour == Rating.BELOW ? Optional.of(Predicate.POOR) : Optional.empty();
        }

        @Override
        public Optional<Predicate> numeric(BigDecimal total, boolean newIdeaApproved) {
            this.newIdeaApproved = newIdeaApproved;
            if (empty) {
                return Optional.empty();
            }
            return Optional.of(total.compareTo(BigDecimal.valueOf(90)) >= 0 ? Predicate.GOOD : Predicate.FAIR);
        }
    }
}
