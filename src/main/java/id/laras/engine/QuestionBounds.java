package id.laras.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much somebody may ask the engine at once. Its own queries take lists of any length, and each element becomes a part of
 * one SQL statement.
 */
final class QuestionBounds {

    /** Rows of one answer; Cockpit and Tasklist ask for fewer. */
    static final int LARGEST_PAGE = 2_000;

    static final int DEEPEST = 20;

    /** Ids and other plain values of one list. */
    static final int MOST_VALUES = 1_000;

    /** Objects of one list: alternatives, conditions on variables, sortings. Each is a join or a subquery. */
    static final int MOST_CONDITIONS = 50;

    /** Conditions on variables in the whole question: a thousand of them held a connection for eleven seconds. */
    static final int MOST_ON_VARIABLES = 50;

    /** Values of the whole question. */
    static final int MOST_IN_ALL = 5_000;

    /**
     * In a body the name, in an address e.g. {@code nrOfInstances_eq_3}. The engine may be asked to ignore case, and a
     * database then takes a dotless i or a long s for an I or an S, as Java's own rule for Unicode does.
     */
    private static final Pattern COUNTER = Pattern.compile(
            "(?:nrOf(?:Completed|Active)?Instances|loopCounter)\\s*(?:_.*)?$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private static final JsonFactory JSON = new JsonFactory();

    /** Kept while reading one list or object. */
    private static final class Level {

        private final boolean list;
        private final boolean ofVariables;
        private int values;
        private int objects;

        Level(boolean list, boolean ofVariables) {
            this.list = list;
            this.ofVariables = ofVariables;
        }
    }

    private QuestionBounds() {}

    /** Key of the sentence that says what is too much; the engine would read the same bytes as JSON. */
    static Optional<String> broken(byte[] question) {
        var levels = new ArrayDeque<Level>();
        var all = 0;
        var onVariables = 0;
        try (var parser = JSON.createParser(question)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructEnd()) {
                    levels.pop();
                    continue;
                }
                if (token == JsonToken.FIELD_NAME) {
                    continue;
                }
                if (token == JsonToken.VALUE_STRING && namesCounter(parser.getText())) {
                    return Optional.of("engine.question.counter");
                }
                var around = levels.peek();
                if (around != null && around.list) {
                    around.values++;
                    around.objects += token.isStructStart() ? 1 : 0;
                    onVariables += around.ofVariables ? 1 : 0;
                }
                if (++all > MOST_IN_ALL
                        || onVariables > MOST_ON_VARIABLES
                        || around != null && (around.values > MOST_VALUES || around.objects > MOST_CONDITIONS)) {
                    return Optional.of("engine.question.tooMany");
                }
                if (token.isStructStart()) {
                    var list = token == JsonToken.START_ARRAY;
                    levels.push(new Level(list, list && holdsConditions(parser.currentName())));
                    if (levels.size() > DEEPEST) {
                        return Optional.of("engine.question.tooDeep");
                    }
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of("engine.problem.unreadable");
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory can be read", e);
        }
    }

    /** Whether a list of that name, in a body or an address, holds conditions on variables: each searches their table anew. */
    static boolean holdsConditions(String list) {
        return list != null && (list.endsWith("ariables") || list.endsWith("ariableValues"));
    }

    /**
     * Whether a text is the name of a counter. The engine counts the opinions that are in under such a name, and answers a
     * search for one's own task by it: asked again and again, it would tell when the next one came.
     */
    static boolean namesCounter(String text) {
        return COUNTER.matcher(text).lookingAt();
    }

    /**
     * @param asked values of {@code maxResults}; the engine reads numbers in any letters, and below zero as no limit, so
     *              whatever is no plain number is too large
     */
    static boolean isPageTooLarge(String... asked) {
        return !Arrays.stream(asked)
                .allMatch(value -> value.matches("[0-9]{1,4}") && Integer.parseInt(value) <= LARGEST_PAGE);
    }
}
