package id.laras.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.engine.HumanStep;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Every field and every code of every answer has a word in both languages, or the timeline would speak JSON. */
@LarasTest
class AnswerLabelTests {

    @Autowired
    List<HumanStep<?>> steps;

    @Autowired
    MessageSource messages;

    @Test
    void everyFieldAndCodeOfEveryAnswerHasALabel() {
        var missing = new ArrayList<String>();
        var seen = new HashSet<Class<?>>();
        // The guard's own tests bring a step of a made-up process, which no timeline ever shows.
        steps.stream()
                .filter(step -> !step.getClass().getPackageName().endsWith(".probe"))
                .forEach(step -> collect(step.answerType(), seen, missing));
        assertThat(seen).hasSizeGreaterThan(10);
        assertThat(missing).isEmpty();
    }

    private void collect(Class<?> type, Set<Class<?>> seen, List<String> missing) {
        if (!seen.add(type)) {
            return;
        }
        if (type.isEnum()) {
            for (var constant : type.getEnumConstants()) {
                var code = AnswerReader.code(constant.toString());
                if (Arrays.stream(code.getCodes()).noneMatch(this::isSaid)) {
                    missing.add("audit.value." + constant);
                }
            }
        } else if (type.isRecord()) {
            for (var component : type.getRecordComponents()) {
                if (!AnswerReader.LEFT_OUT.contains(component.getName())) {
                    check("audit.field." + component.getName(), missing);
                }
                collect(element(component.getGenericType()), seen, missing);
            }
        }
    }

    private static Class<?> element(Type type) {
        if (type instanceof ParameterizedType list) {
            return element(list.getActualTypeArguments()[list.getActualTypeArguments().length - 1]);
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    private void check(String key, List<String> missing) {
        if (!isSaid(key)) {
            missing.add(key);
        }
    }

    private boolean isSaid(String key) {
        return Stream.of(Locale.forLanguageTag("id"), Locale.ENGLISH)
                .noneMatch(locale -> messages.getMessage(key, null, "", locale).isEmpty());
    }
}
