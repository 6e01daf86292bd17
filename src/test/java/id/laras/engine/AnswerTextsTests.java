package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.LarasTest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people write into forms: every text is either an explanation, which says something, or known to be none. */
@LarasTest
class AnswerTextsTests {

    /** Ids, codes, links and names, which are as short as they are. */
    private static final Set<String> NO_EXPLANATIONS = Set.of(
            "id",
            "indicatorId",
            "resultId",
            "evaluationId",
            "supports",
            "supportsTitle",
            "fileId",
            "fileName",
            "link",
            "kind",
            "code",
            "title",
            "name",
            "unit",
            "text");

    @Autowired
    List<HumanStep<?>> steps;

    @Autowired
    ObjectMapper json;

    @Test
    void everyTextOfEveryAnswerIsAnExplanationOrKnownToBeNone() {
        var texts = new TreeSet<String>();
        steps.forEach(step -> collect(step.answerType(), texts, new HashSet<>()));
        assertThat(texts).contains("reason", "note", "citation", "hearingEmployee");
        texts.removeAll(AnswerTexts.EXPLANATIONS);
        assertThat(NO_EXPLANATIONS).containsAll(texts);
    }

    @Test
    void oneLetterIsRefusedInEveryExplanationWhereverItStands() throws Exception {
        for (var field : AnswerTexts.EXPLANATIONS) {
            assertThat(AnswerTexts.problems(json.readTree("{\"rows\":[{\"" + field + "\":\"x\"}]}")))
                    .as(field)
                    .hasSize(1);
            assertThat(AnswerTexts.problems(json.readTree("{\"" + field + "\":\"\"}")))
                    .as("left empty, %s is its step's to judge", field)
                    .isEmpty();
        }
        assertThat(AnswerTexts.problems(json.readTree("{\"unit\":\"%\",\"title\":\"A\"}")))
                .isEmpty();
    }

    private static void collect(Type type, Set<String> texts, Set<Type> seen) {
        if (type instanceof ParameterizedType of) {
            for (var argument : of.getActualTypeArguments()) {
                collect(argument, texts, seen);
            }
        } else if (type instanceof Class<?> found && found.isRecord() && seen.add(found)) {
            for (RecordComponent component : found.getRecordComponents()) {
                if (component.getType() == String.class) {
                    texts.add(component.getName());
                }
                collect(component.getGenericType(), texts, seen);
            }
        }
    }
}
