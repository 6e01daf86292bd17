package id.laras.cycle;

import java.util.Arrays;
import java.util.List;

/** Where an evaluation stands; each constant says what is still allowed in it. */
public enum Stage {
    /** Perencanaan: targets are drafted, returned, approved. */
    TARGET_SETTING,
    /** Pelaksanaan: check-ins; targets may be revised. */
    MONITORING,
    /** Penilaian: self-assessment, feedback, rating. The employee sees no result yet. */
    ASSESSMENT,
    /** The result is shown; the employee accepts or objects. */
    OBJECTION,
    /** The unit's calibration is awaited; nothing else may change the rating. */
    CALIBRATION,
    /** The supervisor fixes the predicate. */
    CONFIRMATION,
    /** Tindak lanjut: the result is final. */
    FOLLOW_UP,
    /** Everything is done; read only. */
    CLOSED,
    /** HR ended it with a reason before there was a result, e.g. because the employee died; read only. */
    CANCELLED;

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
