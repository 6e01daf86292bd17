package id.laras.cycle;

import id.laras.steps.TrailEvent;
import java.util.Arrays;
import java.util.List;

/** Where an evaluation stands; each constant says what is still allowed in it. */
public enum Stage {
    /** Perencanaan: targets are drafted, returned, approved. */
    TARGET_SETTING(TrailEvent.TARGET_SETTING_BEGAN),
    /** Pelaksanaan: check-ins; targets may be revised. */
    MONITORING(TrailEvent.MONITORING_BEGAN),
    /** Penilaian: self-assessment, feedback, rating. The employee sees no result yet. */
    ASSESSMENT(TrailEvent.ASSESSMENT_BEGAN),
    /** The result is shown; the employee accepts or objects. */
    OBJECTION(TrailEvent.OBJECTION_BEGAN),
    /** The unit's calibration is awaited; nothing else may change the rating. */
    CALIBRATION(TrailEvent.CALIBRATION_BEGAN),
    /** The assessor fixes the predicate. */
    CONFIRMATION(TrailEvent.CONFIRMATION_BEGAN),
    /** Tindak lanjut: the result is final. */
    FOLLOW_UP(TrailEvent.FOLLOW_UP_BEGAN),
    /** Everything is done; read only. */
    CLOSED(TrailEvent.CLOSED),
    /** HR ended it with a reason before there was a result, e.g. because the employee died; read only. */
    CANCELLED(TrailEvent.CANCELLED);

    private final TrailEvent begun;

    Stage(TrailEvent begun) {
        this.begun = begun;
    }

    /** What the trail tells when an evaluation enters it. */
    TrailEvent begun() {
        return begun;
    }

    /** The stages that an evaluation goes through, in their order. */
    public static List<Stage> path() {
        return Arrays.stream(values()).filter(stage -> stage != CANCELLED).toList();
    }

    /** Those in which the cycle's days still bring something about. */
    public static List<Stage> beforeResult() {
        return List.of(TARGET_SETTING, MONITORING, ASSESSMENT);
    }

    /** Whether nothing happens to it any more. */
    public boolean isOver() {
        return this == CLOSED || this == CANCELLED;
    }

    /** Whether a model may lead here from there: on, never back but from the meeting that moved the predicate to another objection. */
    boolean leadsTo(Stage next) {
        return !isOver()
                && next != CANCELLED
                && (next.compareTo(this) >= 0 || this == CALIBRATION && next == OBJECTION);
    }
}
