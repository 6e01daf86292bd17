package id.laras.engine;

import id.laras.words.Sentences;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Names of tasks and processes in the reader's language. The engine keeps the one name that the model gives, the Indonesian
 * one, with whom the task is about behind it; only the beginning is translated (ADR 101).
 */
@Component
public class TaskNames {

    private static final String BUNDLED = "engine.name.";

    /** What stands between the name and whom it is about. */
    private static final String ABOUT = " · ";

    /** By the model's name, ids of what has it. */
    private static final Map<String, String> KEYS = keys();

    private final HumanSteps steps;
    private final MessageSource messages;
    private final Sentences sentences;

    TaskNames(HumanSteps steps, MessageSource messages, Sentences sentences) {
        this.steps = steps;
        this.messages = messages;
        this.sentences = sentences;
    }

    /**
     * @param key    id of the process, or of a task or timer in its model
     * @param stored as the engine keeps it; one that an older model gave stays as it is
     */
    public String of(String key, String stored) {
        var model = name(key, Sentences.INDONESIAN);
        return stored != null && !model.isEmpty() && stored.startsWith(model)
                ? name(key, sentences.language()) + stored.substring(model.length())
                : stored;
    }

    /** What Tasklist shows of models, and how the reader calls it. */
    public Map<String, String> all() {
        var language = sentences.language();
        var names = new TreeMap<String, String>();
        steps.keys().forEach(key -> names.put(name(key, Sentences.INDONESIAN), name(key, language)));
        names.remove("");
        return names;
    }

    /** The same for a name of which nothing but the words was kept, as in the trail. */
    public static String said(String stored, MessageSource messages, Locale language) {
        var end = stored.indexOf(ABOUT);
        var key = KEYS.get(end < 0 ? stored : stored.substring(0, end));
        return key == null ? stored : messages.getMessage(key, null, language) + (end < 0 ? "" : stored.substring(end));
    }

    private static Map<String, String> keys() {
        var bundle = ResourceBundle.getBundle("messages.engine", Locale.ROOT);
        var keys = new TreeMap<String, String>();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(BUNDLED))
                .forEach(key -> keys.put(bundle.getString(key), key));
        return keys;
    }

    private String name(String key, Locale language) {
        return messages.getMessage(BUNDLED + key, null, "", language);
    }
}
