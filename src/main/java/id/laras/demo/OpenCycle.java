package id.laras.demo;

import id.laras.cycle.CycleService;
import id.laras.cycle.NewCycle;
import id.laras.cycle.OrganisationPredicate;
import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import id.laras.people.Unit;
import id.laras.people.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * This year everywhere, with evaluations at every stage, so that each demo account finds something to do. The dates lie
 * around today so that nothing is absurdly late; those who are ahead have been waved through their timers.
 */
@Component
@Profile("demo")
class OpenCycle {

    private static final String PRIMARY_SCHOOLS = "DISDIK-DIKDAS";
    private static final String HEALTH_SERVICES = "DINKES-YANKES";
    private static final String PUBLIC_HEALTH = "DINKES-KESMAS";

    /** Still at their targets: drafting, or waiting for approval. */
    private static final Set<String> AT_TARGETS =
            Set.of("Agung Nugroho", "Maria Ulfah", "Andi Firmansyah", "Toni Hermawan", "Galih Prakoso");

    /** Their third check-in was due three days ago. */
    private static final List<String> WITH_CHECK_IN =
            List.of("Rina Oktaviani", "Fajar Setiawan", "Sri Wahyuni", "Wulan Sari", "Herman Susanto", "Ahmad Fauzi");

    private final Theatre theatre;
    private final Walker walker;
    private final CycleService cycles;
    private final Units units;
    private final Clock clock;

    OpenCycle(Theatre theatre, Walker walker, CycleService cycles, Units units, Clock clock) {
        this.theatre = theatre;
        this.walker = walker;
        this.cycles = cycles;
        this.units = units;
        this.clock = clock;
    }

    void play() {
        try {
            play(LocalDate.now(clock));
        } finally {
            walker.returnToNow();
        }
    }

    private void play(LocalDate today) {
        var checkInDay = today.minusDays(3);
        var firstDay = checkInDay.minusMonths(9);
        walker.goTo(checkInDay.minusDays(25));
        var cycle = theatre.create(new NewCycle(
                "SKP " + firstDay.getYear() + "/" + firstDay.plusYears(1).getYear(),
                Scheme.QUADRANT,
                firstDay,
                firstDay.plusYears(1).minusDays(1),
                today.plusDays(5),
                3,
                today.plusDays(7),
                today.plusDays(14),
                today.plusDays(21),
                today.plusDays(28)));
        var cast = theatre.open(
                cycle, units.findAllByOrderByCode().stream().map(Unit::code).toList());
        setTargets(cast, checkInDay, today);
        walker.returnToNow();
        List.of(PRIMARY_SCHOOLS, HEALTH_SERVICES, PUBLIC_HEALTH)
                .forEach(unit -> cycles.setUnitPredicate(cycle, unit, OrganisationPredicate.GOOD, Walker.HR));
        assessPublicHealth(cast);
        fillHealthServices(cast);
        finishPrimarySchools(cast, today);
        List.of("Rudi Hartono", "Mega Puspita", "Irfan Maulana", "Dimas Ardiansyah")
                .forEach(name -> cast.named(name).reachAssessment());
        cast.named("Rudi Hartono").assessSelf(100);
    }

    private void setTargets(Cast cast, LocalDate checkInDay, LocalDate today) {
        walker.goTo(checkInDay.minusDays(20));
        WITH_CHECK_IN.forEach(name -> cast.named(name).agreeTargets());
        walker.goTo(checkInDay);
        WITH_CHECK_IN.forEach(name -> cast.named(name).reachCheckIn());
        cast.named("Sri Wahyuni").checkIn().answerCheckIn();
        cast.named("Fajar Setiawan").checkIn();
        cast.named("Herman Susanto").checkIn();
        walker.goTo(today.minusDays(1));
        var later = cast.except(WITH_CHECK_IN, AT_TARGETS);
        later.forEach(Journey::agreeTargets);
        cast.named("Andi Firmansyah").draftTargets();
        cast.named("Toni Hermawan").draftTargets().returnTargets();
    }

    /** The demo accounts' own division: self-assessments, opinions, a rating, a result and an objection are waiting. */
    private static void assessPublicHealth(Cast cast) {
        cast.named("Budi Santoso").reachAssessment();
        cast.named("Siti Aminah").reachAssessment();
        cast.named("Nurul Hasanah").reachAssessment().assessSelf(104).hearColleagues(100);
        cast.named("Dian Permatasari")
                .reachAssessment()
                .assessSelf(100)
                .closeFeedback()
                .rate(100, 110);
        cast.named("Teguh Prabowo")
                .reachAssessment()
                .assessSelf(92)
                .closeFeedback()
                .rate(80, 100)
                .object();
    }

    /** A whole division waits for its calibration. */
    private static void fillHealthServices(Cast cast) {
        var level = 98;
        for (var journey : cast.of(HEALTH_SERVICES)) {
            journey.reachAssessment()
                    .assessSelf(level)
                    .closeFeedback()
                    .rate(level, 110)
                    .accept();
            level += 4;
        }
    }

    /** A division whose calibration is over: a second right to object, a confirmation, follow-up, and one closed. */
    private void finishPrimarySchools(Cast cast, LocalDate today) {
        var level = 100;
        for (var journey : cast.of(PRIMARY_SCHOOLS)) {
            journey.reachAssessment()
                    .assessSelf(level)
                    .closeFeedback()
                    .rate(level, 110)
                    .accept();
            level += 3;
        }
        var moved = cast.named("Novi Rahayu");
        walker.calibrate(
                "Bidang Pendidikan Dasar",
                Map.of(
                        "moves",
                        List.of(Map.of(
                                "evaluationId",
                                moved.id().value(),
                                "to",
                                Predicate.GOOD,
                                "reason",
                                "Capaian setara dengan rekan yang berpredikat Baik.")),
                        "note",
                        "Sebaran sesuai pedoman untuk unit berpredikat Baik."));
        cast.named("Endang Sulistyowati").confirm().planNothing();
        cast.named("Arif Rahman").confirm().planTrainingAndCoaching(today.plusDays(45));
        cast.named("Kartini Siregar").confirm().planReward().nominate();
    }
}
