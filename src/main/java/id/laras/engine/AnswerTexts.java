package id.laras.engine;

import com.fasterxml.jackson.databind.JsonNode;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * What the texts of an answer must be, whatever step they belong to. None is too long: every column that they end up in
 * holds more, so that the database never has to refuse what a person wrote. And what explains something {@link Reasons says
 * something}.
 */
final class AnswerTexts {

    /** Fields in which people explain; a test asks it of every text of every answer. */
    static final Set<String> EXPLANATIONS = Set.of(
            "agreed",
            "agreements",
            "behaviourExpectation",
            "citation",
            "comment",
            "description",
            "feedback",
            "goal",
            "hearingAssessor",
            "hearingEmployee",
            "leaderExpectation",
            "learned",
            "newIdeaReason",
            "note",
            "notes",
            "reason",
            "reasons",
            "remaining",
            "remark",
            "seen",
            "topic");

    /** One problem per field, not per row of a table. */
    static List<Problem> problems(JsonNode answer) {
        var problems = new ArrayList<Problem>();
        walk("text", answer, problems, new LinkedHashSet<>());
        return problems;
    }

    private AnswerTexts() {}

    private static void walk(String name, JsonNode node, List<Problem> problems, Set<String> told) {
        if (node.isObject()) {
            node.properties().forEach(field -> walk(field.getKey(), field.getValue(), problems, told));
        } else if (node.isArray()) {
            node.forEach(element -> walk(name, element, problems, told));
        } else if (node.isTextual() && length(node) > Reasons.LONGEST && told.add(name)) {
            problems.add(new Problem("engine.submission.textTooLong", label(name), length(node), Reasons.LONGEST));
        } else if (EXPLANATIONS.contains(name) && Reasons.empty(node.textValue()) && told.add(name)) {
            problems.add(new Problem("engine.submission.textSaysNothing", label(name), Reasons.LEAST_LETTERS));
        }
    }

    /** As people count: an emoji is one. */
    private static int length(JsonNode text) {
        return text.textValue().codePointCount(0, text.textValue().length());
    }

    /** The words by which the timeline calls the field; a field without any is called by its own name. */
    private static DefaultMessageSourceResolvable label(String name) {
        return new DefaultMessageSourceResolvable(new String[] {"audit.field." + name}, name);
    }
}
