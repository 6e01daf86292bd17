package id.laras.demo;

import id.laras.assessment.SelfAssessment.NewIdea;
import id.laras.cycle.NewCycle;
import id.laras.cycle.Scheme;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Last year in one division, scored in numbers and closed to the last evaluation: something to look back on. */
@Component
@Profile("demo")
class ClosedCycle {

    private static final String UNIT = "DINKES-KESMAS";

    private final Theatre theatre;
    private final Walker walker;
    private final Clock clock;

    ClosedCycle(Theatre theatre, Walker walker, Clock clock) {
        this.theatre = theatre;
        this.walker = walker;
        this.clock = clock;
    }

    void play() {
        var year = LocalDate.now(clock).getYear() - 1;
        try {
            play(year);
        } finally {
            walker.returnToNow();
        }
    }

    private void play(int year) {
        walker.goTo(LocalDate.of(year, 1, 3));
        var cycle = theatre.create(new NewCycle(
                "SKP Tahunan " + year,
                Scheme.NUMERIC,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                LocalDate.of(year, 1, 31),
                6,
                LocalDate.of(year, 11, 15),
                LocalDate.of(year, 12, 8),
                LocalDate.of(year, 12, 10),
                LocalDate.of(year, 12, 15)));
        var cast = theatre.open(cycle, List.of(UNIT));
        walker.goTo(LocalDate.of(year, 1, 20));
        cast.all().forEach(Journey::agreeTargets);
        walker.goTo(LocalDate.of(year, 7, 1));
        cast.named("Budi Santoso").reachCheckIn().checkIn().answerCheckIn();
        walker.goTo(LocalDate.of(year, 11, 15));
        cast.all().forEach(Journey::reachAssessment);
        walker.goTo(LocalDate.of(year, 12, 8));
        assess(cast);
        calibrate(cast, year);
        followUp(cast, year);
    }

    private static void assess(Cast cast) {
        var idea = new NewIdea("Laporan posyandu lewat pesan singkat", "Kader mengirim angka, sistem merekap sendiri.");
        cast.named("Sri Wahyuni").assessSelf(102).closeFeedback().rate(102, 100).accept();
        cast.named("Budi Santoso")
                .assessSelf(98)
                .hearColleagues(95)
                .rate(98, 96)
                .accept();
        cast.named("Siti Aminah")
                .assessSelf(120, idea)
                .hearColleagues(114)
                .rate(120, 118, true)
                .accept();
        cast.named("Rina Oktaviani").assessSelf(84).closeFeedback().rate(84, 82).accept();
        cast.named("Teguh Prabowo")
                .assessSelf(96)
                .closeFeedback()
                .rate(96, 72)
                .object()
                .grantObjection(96, 94);
        cast.named("Andi Firmansyah")
                .assessSelf(101)
                .closeFeedback()
                .rate(101, 97)
                .accept();
        cast.named("Nurul Hasanah")
                .assessSelf(104)
                .closeFeedback()
                .rate(104, 99)
                .staySilent();
        cast.named("Dian Permatasari")
                .assessSelf(99)
                .closeFeedback()
                .rate(99, 95)
                .accept();
        cast.named("Fajar Setiawan").assessSelf(97).closeFeedback().rate(97, 93).accept();
    }

    private void calibrate(Cast cast, int year) {
        walker.goTo(LocalDate.of(year, 12, 15));
        walker.calibrate("Bidang Kesehatan Masyarakat", Map.of("moves", List.of(), "note", "Sebaran wajar."));
        walker.goTo(LocalDate.of(year, 12, 18));
        cast.all().forEach(Journey::confirm);
    }

    private void followUp(Cast cast, int year) {
        var done = LocalDate.of(year, 12, 30);
        cast.named("Siti Aminah").planReward().nominate().grantReward();
        var rina = cast.named("Rina Oktaviani").planTrainingAndCoaching(done);
        List.of("Sri", "Budi", "Teguh", "Andi", "Nurul", "Dian", "Fajar")
                .forEach(name -> cast.named(name).planNothing());
        walker.goTo(done);
        rina.holdCoaching(done).confirmTraining(done);
    }
}
