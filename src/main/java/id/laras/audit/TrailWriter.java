package id.laras.audit;

import id.laras.cycle.EvaluationRecorded;
import id.laras.engine.DraftLost;
import id.laras.engine.StepCompleted;
import id.laras.engine.TaskClaimed;
import id.laras.security.DeedDone;
import id.laras.security.DeedPart;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the trail in the transaction of the deed: what was undone leaves no entry, and what cannot be written down
 * does not happen. Hence plain listeners, and the demand for a transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TrailWriter {

    private final Trail trail;
    private final ClosingDays days;

    TrailWriter(Trail trail, ClosingDays days) {
        this.trail = trail;
        this.days = days;
    }

    @EventListener
    void on(StepCompleted step) {
        trail.save(TrailEntry.of(step, days));
    }

    @EventListener
    void on(DraftLost draft) {
        trail.save(TrailEntry.of(draft));
    }

    @EventListener
    void on(TaskClaimed claim) {
        trail.save(TrailEntry.of(claim));
    }

    @EventListener
    void on(EvaluationRecorded event) {
        trail.save(TrailEntry.of(event, days));
    }

    /** Twice when it touched one evaluation: who reads that one's timeline must find it there. */
    @EventListener
    void on(DeedDone deed) {
        trail.save(TrailEntry.of(deed, TrailEntry.DEEDS));
        if (deed.about() != null) {
            trail.save(TrailEntry.of(deed, deed.about()));
        }
    }

    @EventListener
    void on(DeedPart part) {
        trail.save(TrailEntry.of(part));
    }
}
