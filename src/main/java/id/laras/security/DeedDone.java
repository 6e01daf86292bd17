package id.laras.security;

import id.laras.steps.TrailEvent;
import id.laras.steps.TrailEvent.Subject;
import java.time.Instant;

/**
 * Somebody used their role outside of any single evaluation, e.g. imported people. Published in the transaction of the deed.
 *
 * @param actor   account, or null when the application did it by itself
 * @param about   id of the one evaluation, calibration or cycle that it touched, or null
 * @param details JSON, or null
 */
public record DeedDone(String actor, TrailEvent what, String about, Instant at, String details) {

    public DeedDone {
        if (about == null) {
            what.mustBeAbout(Subject.NONE, Subject.ANY);
        } else {
            what.mustBeAbout(Subject.EVALUATION, Subject.CYCLE, Subject.ANY);
        }
    }
}
