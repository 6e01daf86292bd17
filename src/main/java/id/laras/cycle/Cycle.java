package id.laras.cycle;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;

/** A period of evaluation (periode penilaian) with its scheme and rhythm. All dates are in the agency's zone. */
@Entity
public class Cycle {

    @Id
    private String id;

    private String name;

    @Enumerated(EnumType.STRING)
    private CycleKind kind;

    @Enumerated(EnumType.STRING)
    private Scheme scheme;

    private LocalDate firstDay;
    private LocalDate lastDay;

    /** Last day to set targets. */
    private LocalDate targetsDue;

    /** Months between check-ins; 0 for none. */
    private int checkInMonths;

    /** First day of the assessment. */
    private LocalDate assessmentOpens;

    /** Last day for peers' feedback. */
    private LocalDate feedbackCloses;

    /** Last day of self-assessment and rating. */
    private LocalDate assessmentDue;

    /** Day on which a unit's calibration is held although some evaluations are not ready. */
    private LocalDate calibrationDue;

    @Version
    private Long version;

    protected Cycle() {}

    Cycle(NewCycle wish) {
        this.id = UUID.randomUUID().toString();
        take(wish);
    }

    private void take(NewCycle wish) {
        this.name = wish.name();
        this.kind = wish.kind();
        this.scheme = wish.scheme();
        this.firstDay = wish.firstDay();
        this.lastDay = wish.lastDay();
        this.targetsDue = wish.targetsDue();
        this.checkInMonths = wish.checkInMonths();
        this.assessmentOpens = wish.assessmentOpens();
        this.feedbackCloses = wish.feedbackCloses();
        this.assessmentDue = wish.assessmentDue();
        this.calibrationDue = wish.calibrationDue();
    }

    /** Gives it what HR wishes instead; {@link CycleMending} asks whether it may. */
    void mend(NewCycle wish) {
        take(wish);
    }

    /** What it was made of, or was mended to. */
    NewCycle asWished() {
        return new NewCycle(
                name,
                kind,
                scheme,
                firstDay,
                lastDay,
                targetsDue,
                checkInMonths,
                assessmentOpens,
                feedbackCloses,
                assessmentDue,
                calibrationDue);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public CycleKind kind() {
        return kind;
    }

    public Scheme scheme() {
        return scheme;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    public LocalDate targetsDue() {
        return targetsDue;
    }

    public int checkInMonths() {
        return checkInMonths;
    }

    public LocalDate assessmentOpens() {
        return assessmentOpens;
    }

    public LocalDate feedbackCloses() {
        return feedbackCloses;
    }

    public LocalDate assessmentDue() {
        return assessmentDue;
    }

    public LocalDate calibrationDue() {
        return calibrationDue;
    }
}
