package id.laras.cycle;

import id.laras.steps.TrailEvent;
import id.laras.steps.TrailEvent.Subject;
import java.time.Instant;

/**
 * Something happened to an evaluation that is no completed form, e.g. a score was calculated or silence counted as
 * acceptance. Published in the transaction of the deed.
 *
 * @param actor   account, or null when the process did it by itself
 * @param details JSON, or null
 */
public record EvaluationRecorded(EvaluationId evaluation, TrailEvent what, String actor, Instant at, String details) {

    public EvaluationRecorded {
        what.mustBeAbout(Subject.EVALUATION, Subject.ANY);
    }
}
