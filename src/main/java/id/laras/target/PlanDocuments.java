package id.laras.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** Reads and writes the stored document of a plan. */
@Component
class PlanDocuments {

    private final ObjectMapper json;

    PlanDocuments(ObjectMapper json) {
        this.json = json;
    }

    Plan read(TargetPlan plan) {
        return plan.read(content(plan));
    }

    PlanDocument content(TargetPlan plan) {
        try {
            return json.readValue(plan.document(), PlanDocument.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Stored plan cannot be read", unreadable);
        }
    }

    String write(PlanDocument content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("Plan cannot be stored", unwritable);
        }
    }
}
