package id.laras.engine;

import id.laras.security.Actor;
import java.time.Instant;
import java.util.function.Predicate;

/** Tells who may read comments on tasks; the room of the trail answers, by the rules of its timelines. */
public interface CommentReaders {

    /**
     * Which comments the reader may read, by the moment at which they were written.
     *
     * @param businessKey of the comments' process: evaluation id, calibration id or anything else
     */
    Predicate<Instant> of(String businessKey, Actor reader);
}
