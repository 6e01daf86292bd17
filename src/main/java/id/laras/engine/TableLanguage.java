package id.laras.engine;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.feel.impl.parser.FeelParser;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;

/**
 * FEEL for decision tables that compares and calculates, and no more. What repeats, calls itself, makes long lists or
 * searches by patterns is refused before it is evaluated. The rest ends after as many steps as its text has words. So no
 * clock has to stop it in the middle of the engine's transaction (ADR 75).
 */
final class TableLanguage implements FeelEngine {

    static final int LONGEST = 1_000;
    static final int DEEPEST = 10;
    static final int LONGEST_TEXT = 10_000;
    static final int LONGEST_LIST = 1_000;

    /** Kinds of expressions, as the parser calls them. Not: For, SomeItem, EveryItem, Filter, functions, ranges as lists. */
    private static final Set<String> KINDS = Set.of(
            "ConstNull",
            "ConstInputValue",
            "ConstNumber",
            "ConstBool",
            "ConstString",
            "ConstDate",
            "ConstTime",
            "ConstLocalTime",
            "ConstDateTime",
            "ConstLocalDateTime",
            "ConstYearMonthDuration",
            "ConstDayTimeDuration",
            "ConstList",
            "ConstRange",
            "InputEqualTo",
            "InputLessThan",
            "InputLessOrEqual",
            "InputGreaterThan",
            "InputGreaterOrEqual",
            "InputInRange",
            "UnaryTestExpression",
            "AtLeastOne",
            "Not",
            "Conjunction",
            "Disjunction",
            "Equal",
            "LessThan",
            "LessOrEqual",
            "GreaterThan",
            "GreaterOrEqual",
            "In",
            "InstanceOf",
            "If",
            "Ref",
            "PathExpression",
            "Addition",
            "Subtraction",
            "Multiplication",
            "Division",
            "ArithmeticNegation",
            "FunctionInvocation");

    /** Each takes one look at what it is given and answers with no more than that. Not: today, which would be the server's. */
    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "is defined",
            "contains",
            "starts with",
            "ends with",
            "upper case",
            "lower case",
            "string length",
            "substring before",
            "substring after",
            "list contains",
            "count",
            "min",
            "max",
            "sum",
            "mean",
            "all",
            "any",
            "abs",
            "modulo",
            "odd",
            "even",
            "date",
            "date and time",
            "time",
            "duration",
            "years and months duration");

    /** Texts, quoted names and both kinds of comments; whichever begins first. */
    private static final Pattern NO_BRACKETS =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|`[^`]*+`|/\\*.*?\\*/|//[^\\n]*+", Pattern.DOTALL);

    private static final int REMEMBERED = 10_000;

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
    private final LoadingCache<Cell, Boolean> checked =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build(TableLanguage::check);

    /** @param test whether it is compared with an input */
    private record Cell(String text, boolean test) {}

    /** @throws FeelException when the expression may not be evaluated */
    void checkExpression(String text) {
        checked.get(new Cell(text, false));
    }

    /** The same for the cell of an input, which is compared with the input. */
    void checkTest(String text) {
        checked.get(new Cell(text, true));
    }

    @Override
    public <T> T evaluateSimpleExpression(String text, VariableContext variables) {
        checkExpression(text);
        return small(notTooDeep(text, () -> feel.evaluateSimpleExpression(text, new PlainVariables(variables))));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String text, String input, VariableContext variables) {
        checkTest(text);
        return notTooDeep(text, () -> feel.evaluateSimpleUnaryTests(text, input, new PlainVariables(variables)));
    }

    private static boolean check(Cell cell) {
        var text = cell.text();
        if (text.length() > LONGEST || depth(text) > DEEPEST) {
            throw new FeelException("An expression of a table is at most " + LONGEST + " characters long and " + DEEPEST
                    + " brackets deep: " + text.substring(0, Math.min(60, text.length())));
        }
        var parsed = notTooDeep(
                text, () -> cell.test() ? FeelParser.parseUnaryTests(text) : FeelParser.parseExpression(text));
        if (!parsed.isSuccess()) {
            throw new FeelException("Not an expression of FEEL: " + text);
        }
        checkKinds(parsed.get().value(), text);
        return true;
    }

    private static <T> T notTooDeep(String text, Supplier<T> work) {
        try {
            return work.get();
        } catch (StackOverflowError tooDeep) {
            throw new FeelException("An expression of a table is too deep: " + text, tooDeep);
        }
    }

    /**
     * The parser tries the inside of brackets in several ways at each level. A bracket within a text, a comment or a quoted
     * name closes none of them.
     */
    private static int depth(String text) {
        var depth = 0;
        var deepest = 0;
        for (var character : NO_BRACKETS.matcher(text).replaceAll(" ").toCharArray()) {
            switch (character) {
                case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ')', ']', '}' -> depth--;
                default -> {}
            }
        }
        return deepest;
    }

    private static void checkKinds(Object node, String text) {
        if (node instanceof Exp && !KINDS.contains(((Product) node).productPrefix())) {
            throw new FeelException("A table does not use " + ((Product) node).productPrefix() + ": " + text);
        }
        if (node instanceof FunctionInvocation call && !FUNCTIONS.contains(call.function())) {
            throw new FeelException("A table does not use the function " + call.function() + ": " + text);
        }
        var parts = node instanceof Iterable<?> many
                ? many.iterator()
                : node instanceof Product whole ? whole.productIterator() : null;
        while (parts != null && parts.hasNext()) {
            checkKinds(parts.next(), text);
        }
    }

    /** The result, unless it is large: the next table may use it, and so double it; and the one behind that again. */
    static <T> T small(T result) {
        checkSize(result);
        return result;
    }

    private static void checkSize(Object result) {
        if (result instanceof String text && text.length() > LONGEST_TEXT) {
            throw new FeelException("The result of a table is at most " + LONGEST_TEXT + " characters long");
        }
        if (result instanceof Collection<?> list) {
            if (list.size() > LONGEST_LIST) {
                throw new FeelException("The result of a table has at most " + LONGEST_LIST + " entries");
            }
            for (var entry : list) {
                if (entry instanceof Collection || entry instanceof Map) {
                    throw new FeelException("The result of a table is no list of lists");
                }
                checkSize(entry);
            }
        }
    }

    /** FEEL looks into any object of Java by reflection; here it gets values only. */
    private record PlainVariables(VariableContext variables) implements VariableContext {

        @Override
        public TypedValue resolve(String name) {
            var value = variables.resolve(name);
            if (value != null && !plain(value.getValue())) {
                throw new FeelException("The variable " + name + " is no plain value");
            }
            return value;
        }

        @Override
        public boolean containsVariable(String name) {
            return variables.containsVariable(name);
        }

        @Override
        public Set<String> keySet() {
            return variables.keySet();
        }

        private static boolean plain(Object value) {
            return value == null
                    || value instanceof String
                    || value instanceof Number
                    || value instanceof Boolean
                    || value instanceof Date
                    || value instanceof Temporal
                    || value instanceof TemporalAmount
                    || value instanceof Collection<?> list && list.stream().allMatch(PlainVariables::plain)
                    || value instanceof Map<?, ?> map && map.values().stream().allMatch(PlainVariables::plain);
        }
    }
}
