package id.laras.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
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
     * @param about   id of the one evaluation or calibration that it touched, or null
     * @param details a record; the page names its components by {@code audit.field.<name>}
     */
    public void record(String actor, String what, String about, Object details) {
        var text = json.<JsonNode>valueToTree(details).toString();
        events.publishEvent(new DeedDone(actor, what, about, clock.instant(), text));
    }
}
