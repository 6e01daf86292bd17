package id.laras.engine;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Names of tasks and processes in the reader's language. The engine keeps the one name that the model gives, the Indonesian
 * one, with whom the task is about behind it; only the beginning is translated (ADR 101).
 */
@Component
public class TaskNames {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final HumanSteps steps;
    private final MessageSource messages;
    private final Sentences sentences;

    TaskNames(HumanSteps steps, MessageSource messages, Sentences sentences) {
        this.steps = steps;
        this.messages = messages;
        this.sentences = sentences;
    }

    /**
     * @param key    id of the user task in the model
     * @param stored as the engine keeps it; one that an older model gave stays as it is
     */
    public String of(String key, String stored) {
        var model = name(key, INDONESIAN);
        return stored != null && !model.isEmpty() && stored.startsWith(model)
                ? name(key, sentences.language()) + stored.substring(model.length())
                : stored;
    }

    /** What Tasklist shows of models, and how the reader calls it. */
    public Map<String, String> all() {
        var language = sentences.language();
        var names = new TreeMap<String, String>();
        steps.keys().forEach(key -> names.put(name(key, INDONESIAN), name(key, language)));
        names.remove("");
        return names;
    }

    private String name(String key, Locale language) {
        return messages.getMessage("engine.name." + key, null, "", language);
    }
}
