package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableLanguageTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final TableLanguage language = new TableLanguage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for x in 1..1000000000 return x",
                "for a in 1..10000, b in 1..10000, c in 1..10000 return 1",
                "some x in 1..1000000000 satisfies x < 0",
                "every x in 1..1000000000 satisfies x > 0",
                "(1..1000000000)[item > 5]",
                "[1, 2, 3][item > 1]",
                "{f: function(x) f(x), r: f(1)}.r",
                "{a: \"x\", b: a + a, c: b + b, d: c + c}.d",
                "2 ** 1000000000",
                "string(10 ** 100000000)",
                "decimal(1, 1000000000)",
                "round half up(1, 1000000000)",
                "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")",
                "replace(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\", \"\")",
                "split(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")",
                "concatenate([1], [2])",
                "get entries(a)",
                "function(x) external { java: { class: \"java.lang.System\", method signature: \"exit(int)\" } }"
            })
    void whatCouldRunOrGrowWithoutEndIsRefused(String expression) {
        assertTimeoutPreemptively(
                SOON,
                () -> assertThatThrownBy(() -> evaluate(expression, Map.of())).isInstanceOf(FeelException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{a:", "not(", "-(", "if (", "count([", "\"", "a in (a in (", "? in (? > "})
    void noExpressionIsTooDeepToBeReadSoon(String opening) {
        for (var depth : new int[] {TableLanguage.DEEPEST / 2, TableLanguage.DEEPEST, 500}) {
            var text = opening.repeat(depth);
            assertTimeoutPreemptively(SOON, () -> {
                refuseOrRead(text + "1" + (")".repeat(depth)));
                refuseOrRead(text);
            });
        }
    }

    /** Brackets that close nothing must not make up for those that open something. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\"%s\" = ", "\"\\\"%s\" = ", "1 + /*\"%s*/ ", "1 + //`\r%s\n", "`a%s` = ", "\"//\" = \"%s\" = "
            })
    void noBracketHidesBehindOneThatIsNone(String beginning) {
        var depth = 40;
        var text = beginning.formatted(")".repeat(depth)) + "if (".repeat(depth) + "1" + ")".repeat(depth);
        assertTimeoutPreemptively(
                SOON, () -> assertThatThrownBy(() -> evaluate(text, Map.of())).hasMessageContaining("brackets deep"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"if true then 1 else ", "a in a in ", "not ", "- ", "1 + ", "a = ", "a.", "a and ", "? > 1, "})
    void noExpressionIsTooLongToBeReadSoon(String part) {
        var text = part.repeat(TableLanguage.LONGEST / part.length() - 1) + "1";
        assertTimeoutPreemptively(SOON, () -> {
            refuseOrRead(text);
            try {
                language.evaluateSimpleUnaryTests(
                        text, "a", Variables.fromMap(Map.of("a", 1)).asVariableContext());
            } catch (FeelException refused) {
                // Soon is all that is asked.
            }
        });
    }

    private void refuseOrRead(String text) {
        try {
            evaluate(text, Map.of("a", 1));
        } catch (FeelException refused) {
            // Soon is all that is asked.
        }
    }

    @Test
    void whatTheNextTableGetsIsNoLongerThanATextOfAPerson() {
        var text = "x".repeat(TableLanguage.LONGEST_TEXT);
        assertThatThrownBy(() -> evaluate("a + a", Map.of("a", text))).hasMessageContaining("characters");
        assertThatThrownBy(() -> evaluate("[a, a]", Map.of("a", java.util.List.of(1))))
                .hasMessageContaining("list of lists");
    }

    @Test
    void objectsOfJavaAreNoValues() {
        assertThatThrownBy(() -> evaluate("a.name", Map.of("a", Thread.currentThread())))
                .hasMessageContaining("no plain value");
        assertThatThrownBy(() -> evaluate("a", Map.of("a", java.util.List.of(Thread.currentThread()))))
                .hasMessageContaining("no plain value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a + 1 | 3",
                "if a > 1 then \"yes\" else \"no\" | yes",
                "a in [1..3] and not(a = 5) | true",
                "count([a, 2, 3]) | 3",
                "sum([a, 2.5]) | 4.5",
                "upper case(\"ab\") + \"c\" | ABc",
                "date(\"2026-01-31\") < date(\"2026-02-01\") | true",
                "is defined(b) | false",
                "a between 1 and 3 | true"
            })
    void aTableComparesAndCalculates(String expression, String result) {
        assertThat(evaluate(expression, Map.of("a", 2))).asString().isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"[0..50) | false", "> 50, < 10 | true", "not(60) | false", "60 | true", "? > 50 | true"})
    void aCellIsCompared(String test, boolean met) {
        assertThat(language.evaluateSimpleUnaryTests(
                        test,
                        "cellInput",
                        Variables.createVariables().putValue("cellInput", 60).asVariableContext()))
                .isEqualTo(met);
    }

    private Object evaluate(String expression, Map<String, Object> variables) {
        return language.evaluateSimpleExpression(
                expression, Variables.fromMap(variables).asVariableContext());
    }
}
