package id.laras.security;

import id.laras.steps.TrailEvent;
import id.laras.steps.TrailEvent.Subject;
import java.time.Instant;

/**
 * One of the many things that make up a deed. Published in the transaction of the deed.
 *
 * @param parts   see {@link Deeds#newParts}
 * @param details JSON
 */
public record DeedPart(String actor, TrailEvent what, String parts, Instant at, String details) {

    /** No id of an evaluation or meeting begins like this. */
    public static final String PREFIX = "parts-";

    static final int LENGTH = 36;

    public DeedPart {
        what.mustBeAbout(Subject.DEED);
    }
}
