package id.laras.cycle;

import id.laras.rules.Reasons;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is recorded of an evaluation: the stage that it enters, the predicate that a person fixes, and what its trail keeps. */
@Service
@Transactional
public class EvaluationRecorder {

    private final Evaluations evaluations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EvaluationRecorder(Evaluations evaluations, ApplicationEventPublisher events, Clock clock) {
        this.evaluations = evaluations;
        this.events = events;
        this.clock = clock;
    }

    public void enter(EvaluationId id, Stage stage) {
        find(id).enter(stage);
        record(id, stage.begun(), null, null);
    }

    /**
     * A person fixes the predicate; from here on it is final.
     *
     * @param note for the employee, may be null
     */
    public void fix(EvaluationId id, Predicate predicate, String note, String by) {
        find(id).fix(predicate, Reasons.clean(note), by, clock.instant());
        record(id, TrailEvent.RESULT_FIXED, by, "{\"predicate\":\"" + predicate + "\"}");
    }

    /** Tells the trail that something happened that is no completed form: see {@link EvaluationRecorded}. */
    public void record(EvaluationId id, TrailEvent what, String actor, String details) {
        events.publishEvent(new EvaluationRecorded(id, what, actor, clock.instant(), details));
    }

    private Evaluation find(EvaluationId id) {
        return evaluations.findById(id.value()).orElseThrow(() -> new IllegalArgumentException("No evaluation " + id));
    }
}
