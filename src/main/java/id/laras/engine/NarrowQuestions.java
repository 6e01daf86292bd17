package id.laras.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Lists that must be asked for with a condition that an index serves, or the engine would look at each row of a table that
 * grows, also for somebody who may read none of them (docs/adr/0084).
 */
final class NarrowQuestions {

    /**
     * @param names       conditions of which one is enough. Those that are not in the engine's own list for this endpoint it
     *                    overlooks, so that they would narrow nothing
     * @param oversightToo whether those who read everybody's processes must name one too
     */
    record Rule(Pattern path, Set<String> names, boolean oversightToo, String sentence) {}

    /** The first that fits holds. */
    static final List<Rule> RULES = List.of(
            // the largest tables of all: some thirty rows for each evaluation
            new Rule(
                    list("/history/variable-instance"),
                    Set.of("processInstanceId", "processInstanceIdIn"),
                    true,
                    "engine.question.ofAllProcesses"),
            new Rule(list("/variable-instance"), Set.of("processInstanceIdIn"), true, "engine.question.ofAllProcesses"),
            new Rule(
                    list("/task"),
                    Set.of(
                            "assignee",
                            "assigneeIn",
                            "owner",
                            "taskId",
                            "taskIdIn",
                            "executionId",
                            "processInstanceId",
                            "processInstanceIdIn",
                            "processInstanceBusinessKey",
                            "processInstanceBusinessKeyIn",
                            "candidateUser",
                            "candidateGroup",
                            "candidateGroups"),
                    false,
                    "engine.question.ofAllTasks"));

    private static final ObjectMapper JSON = new ObjectMapper();

    private NarrowQuestions() {}

    private static Pattern list(String path) {
        return Pattern.compile("(?:" + String.join("|", EngineAccess.ROOTS) + ")" + path + "(?:/count)?");
    }

    /**
     * @param path     as it came, below the application's own root
     * @param question a GET's parameters; null for one whose body is the question
     * @param body     what the engine would read as JSON
     * @return key of the sentence that says what to add
     */
    static Optional<String> broken(String path, boolean oversees, UnaryOperator<String> question, byte[] body) {
        return RULES.stream()
                .filter(rule -> rule.path().matcher(path).matches())
                .findFirst()
                .filter(rule -> rule.oversightToo() || !oversees)
                .filter(rule -> question != null
                        ? rule.names().stream().noneMatch(name -> names(question.apply(name)))
                        : !narrows(body, rule))
                .map(Rule::sentence);
    }

    /** Of a name that comes twice the last counts, as for the engine. */
    private static boolean narrows(byte[] body, Rule rule) {
        try {
            var asked = JSON.readTree(body);
            return rule.names().stream().map(asked::path).anyMatch(NarrowQuestions::names);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean names(JsonNode value) {
        for (var each : value) {
            if (names(each.textValue())) {
                return true;
            }
        }
        return names(value.textValue());
    }

    /** A list of nothing, like a comma alone, narrows nothing. */
    private static boolean names(String value) {
        return value != null && !value.replace(",", "").isBlank();
    }
}
