package id.laras.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the trail what was done by virtue of a role: see {@link DeedDone}. */
@Component
public class Deeds {

    private final ApplicationEventPublisher events;
    private final ObjectMapper json;
    private final Clock clock;

    Deeds(ApplicationEventPublisher events, ObjectMapper json, Clock clock) {
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /**
     * To be called in the transaction of the deed, so that both happen or neither.
     *
     * @param about   id of the one evaluation, calibration or cycle that it touched, or null
     * @param details a record; the page names its components by {@code audit.field.<name>}
     */
    public void record(String actor, TrailEvent what, String about, Object details) {
        events.publishEvent(new DeedDone(actor, what, about, clock.instant(), text(details)));
    }

    /** A name under which the parts of one deed are kept; its details name it as {@code parts}. */
    public static String newParts() {
        return DeedPart.PREFIX
                + UUID.randomUUID()
                        .toString()
                        .replace("-", "")
                        .substring(0, DeedPart.LENGTH - DeedPart.PREFIX.length());
    }

    /** One of the many things that make up a deed, e.g. a line of an import; read apart from the other deeds. */
    public void recordPart(String actor, TrailEvent what, String parts, Object details) {
        events.publishEvent(new DeedPart(actor, what, parts, clock.instant(), text(details)));
    }

    private String text(Object details) {
        return json.<JsonNode>valueToTree(details).toString();
    }
}
