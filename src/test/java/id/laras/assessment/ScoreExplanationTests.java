package id.laras.assessment;

import static id.laras.assessment.AssessmentSamples.indicator;
import static id.laras.assessment.AssessmentSamples.judgement;
import static id.laras.assessment.AssessmentSamples.noFeedback;
import static id.laras.assessment.AssessmentSamples.plan;
import static id.laras.assessment.AssessmentSamples.quadrant;
import static id.laras.assessment.AssessmentSamples.realisation;
import static id.laras.assessment.AssessmentSamples.self;
import static id.laras.assessment.AssessmentSamples.threeColleagues;
import static id.laras.assessment.AssessmentSamples.tooFew;
import static id.laras.assessment.ScoringSamples.number;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import id.laras.feedback.FeedbackSummary;
import id.laras.feedback.Rating;
import id.laras.target.Direction;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the score tells of how it came about, line by line, in the language and figures of its reader. */
class ScoreExplanationTests {

    private ScoredYear year = new ScoredYear(Scheme.NUMERIC);

    @Test
    void quadrantHasNoWeightsToLeaveOut() {
        year = new ScoredYear(Scheme.QUADRANT);
        year.with(quadrant(judgement(Rating.MEETS, null), judgement(Rating.BELOW, "Sering membentak warga")));
        year.with(new FeedbackSummary(5, 2, false, 3, List.of(), List.of()));
        assertThat(year.told(year.scored()))
                .anySatisfy(line -> assertThat(line).contains("Hanya 2 dari 5 orang menjawab"))
                .noneSatisfy(line -> assertThat(line).contains("bersama bobotnya"))
                .noneSatisfy(line -> assertThat(line).contains("Bobotnya"));
        year.with(noFeedback());
        assertThat(year.told(year.scored()))
                .anySatisfy(line -> assertThat(line)
                        .contains("kurang dari 3 orang", "karena itu tidak ada yang dimintai pendapat."))
                .noneSatisfy(line -> assertThat(line).contains("Bobotnya"));
        year.with(new FeedbackSummary(0, 0, false, 0, List.of(), List.of()));
        assertThat(year.told(year.scored()))
                .anySatisfy(line -> assertThat(line).contains("Tidak ada rekan atau bawahan yang diminta berpendapat."))
                .noneSatisfy(line -> assertThat(line).contains("Bobotnya"));
    }

    @Test
    void opinionsThatAreLeftOutAreExplained() {
        year.with(tooFew());
        var score = year.scored();
        assertThat(score.total()).isEqualTo(number("89.30"));
        assertThat(year.told(score))
                .anySatisfy(line ->
                        assertThat(line).contains("tidak dipakai", "Hanya 2 dari 5 orang", "bukan dihitung nol"))
                .anySatisfy(line -> assertThat(line).contains("70% × SKP 89,00 + 30% × perilaku 90,00"));
    }

    @Test
    void opinionsAreToldOnlyInSum() {
        year.with(threeColleagues("281"));
        var score = year.scored();
        assertThat(year.told(score))
                .anySatisfy(line -> assertThat(line).contains("3 dari 4 orang", "93,67"))
                .noneSatisfy(line -> assertThat(line).contains("Rajin"));
    }

    @Test
    void theExplanationCanBeCheckedLineByLine() {
        year.with(threeColleagues("300"));
        assertThat(year.told(year.scored()))
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
        year.with(plan(indicator("permits", "Izin terbit", "12500.5", Direction.HIGHER, "100")));
        year.with(self(realisation("permits", "12500.5")));
        var score = year.scored();
        assertThat(year.told(score)).anySatisfy(line -> assertThat(line).contains("Realisasi 12.500,5 buah"));
        assertThat(year.told(Locale.ENGLISH, score))
                .anySatisfy(line -> assertThat(line).contains("12,500.5 buah reached"))
                .noneSatisfy(line -> assertThat(line).contains("Realisasi"));
    }

    @Test
    void laterChangesAreToldWithTheirReasons() {
        var first = year.scored();
        var second = year.moved(first, Predicate.GOOD, "Setara dengan rekan seunit", "sdm");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.total()).isEqualTo(first.total());
        assertThat(year.told(first, second))
                .last()
                .isEqualTo("Diubah dalam kalibrasi | 21 Nov 2026: kalibrasi unit mengubah predikat."
                        + " Alasan: Setara dengan rekan seunit | Cukup → Baik");
        assertThat(year.view(ScoredYear.INDONESIAN, first, second).ratedBy()).isEqualTo("Bu Kabid");
    }
}
