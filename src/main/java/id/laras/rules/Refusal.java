package id.laras.rules;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An answer that breaks a rule. Nothing of it is kept; the task stays open and the person reads one sentence per
 * {@link Problem}, in their own language.
 */
public class Refusal extends RuntimeException {

    private final transient List<Problem> problems;

    public Refusal(List<Problem> problems) {
        super(problems.stream().map(Problem::key).collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    public Refusal(String key, Object... args) {
        this(List.of(new Problem(key, args)));
    }

    /** Throws when at least one rule is broken, so that a person reads all problems at once. */
    public static void ifAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * One broken rule.
     *
     * @param key  key in the message bundles
     * @param args arguments of the message
     */
    public record Problem(String key, Object... args) {}
}
