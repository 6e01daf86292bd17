package id.laras.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.rules.Refusal;
import id.laras.security.Disturbances;
import id.laras.words.Sentences;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What a person may hand in with a task: one JSON {@code answer}, and which version of their draft they saw before, so that no
 * text of another window is lost unseen. No other variable.
 */
@Component
class Submissions {

    static final String ANSWER = "answer";
    static final String DRAFT_VERSION = "draftVersion";

    private static final Set<String> OPEN = Set.of(ANSWER, DRAFT_VERSION);

    private final ObjectMapper json;
    private final Sentences sentences;
    private final IdentityService identity;
    private final TaskRows rows;
    private final LostRaces races;

    Submissions(
            ObjectMapper json, Sentences sentences, @Lazy IdentityService identity, TaskRows rows, LostRaces races) {
        this.json = json;
        this.sentences = sentences;
        this.identity = identity;
        this.rows = rows;
        this.races = races;
    }

    /** Account of the person on whose behalf the engine is called, null when the application itself calls. */
    String caller() {
        var caller = identity.getCurrentAuthentication();
        return caller == null ? null : caller.getUserId();
    }

    /**
     * The variables to complete with, the answer as text, and transient, so that the steps behind may read them in this
     * transaction and no table of the engine ever holds them.
     */
    VariableMap accepted(Map<String, ?> submitted) {
        var accepted = Variables.createVariables();
        if (submitted == null) {
            return accepted;
        }
        if (!OPEN.containsAll(submitted.keySet())) {
            var others = new TreeSet<>(submitted.keySet());
            others.removeAll(OPEN);
            throw new Refusal("engine.submission.variables", String.join(", ", others));
        }
        if (submitted.containsKey(ANSWER)) {
            accepted.putValueTyped(ANSWER, Variables.stringValue(text(typed(submitted, ANSWER)), true));
        }
        if (submitted.containsKey(DRAFT_VERSION)) {
            accepted.putValueTyped(DRAFT_VERSION, Variables.longValue(version(typed(submitted, DRAFT_VERSION)), true));
        }
        return accepted;
    }

    /**
     * Runs a deed of a person, again where it only collided, and turns a refusal from within the engine, or a race that is
     * lost for good, into the person's own words.
     */
    <T> T speaking(Supplier<T> deed) {
        try {
            return Tries.of(deed, races::isCollision);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    throw new StepRefused(sentences.of(refusal), refusal, Status.BAD_REQUEST);
                }
            }
            if (races.isCollision(e) || Disturbances.isDatabaseAway(e)) {
                var refusal = races.inVain(e);
                throw new StepRefused(sentences.of(refusal), refusal, Status.SERVICE_UNAVAILABLE);
            }
            throw e;
        }
    }

    /** As {@link #speaking}, for a task that this very person may have sent a moment ago, in another tab or by a second click. */
    <T> T completing(String taskId, Supplier<T> completion) {
        return speaking(() -> {
            try {
                return completion.get();
            } catch (NullValueException | OptimisticLockingException gone) {
                throw rows.ended(taskId, Objects.toString(caller(), ""))
                        .<RuntimeException>map(ended -> ended)
                        .orElse(gone);
            }
        });
    }

    private static Object typed(Map<String, ?> submitted, String name) {
        return submitted instanceof VariableMap map ? map.getValueTyped(name) : submitted.get(name);
    }

    private static Long version(Object value) {
        var number = value instanceof PrimitiveValue<?> typed ? typed.getValue() : value;
        if (number instanceof Integer || number instanceof Long) {
            return ((Number) number).longValue();
        }
        throw new Refusal("engine.submission.unreadable", " (" + DRAFT_VERSION + ")");
    }

    /** Never deserialises a Java object: only JSON and text come in, in whatever way the caller wraps them. */
    private String text(Object value) {
        if (value instanceof JsonValue typed) {
            return typed.getValueSerialized();
        }
        if (value instanceof StringValue typed) {
            return typed.getValue();
        }
        if (value instanceof SpinJsonNode node) {
            return node.toString();
        }
        if (value instanceof String text) {
            return text;
        }
        if (value == null || value instanceof TypedValue) {
            throw new Refusal("engine.submission.unreadable", "");
        }
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new Refusal("engine.submission.unreadable", "");
        }
    }
}
