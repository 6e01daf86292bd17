package id.laras.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.HttpPerson;
import id.laras.security.EngineAttackTests.Door;
import java.util.List;
import java.util.Map;

/** What the engine's doors let somebody try on a task. */
record TaskDeeds(HttpPerson person, Door door, String task) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Everything that would give the task to this person, change or end it; what succeeded. */
    List<String> succeeding(String account, Object answer) {
        var bodies = Map.of(
                "/claim",
                user(account),
                "/assignee",
                user(account),
                "/delegate",
                user(account),
                "/unclaim",
                "{}",
                "/resolve",
                "{}",
                "/complete",
                answer(answer),
                "/submit-form",
                answer(answer),
                "/variables",
                "{\"modifications\":{}}",
                "/bpmnError",
                "{\"errorCode\":\"x\"}",
                "/comment/create",
                "{\"message\":\"Masih saya\"}");
        return bodies.entrySet().stream()
                .filter(deed -> post(deed.getKey(), deed.getValue()) < 300)
                .map(Map.Entry::getKey)
                .toList();
    }

    int claim(String account) {
        return post("/claim", user(account));
    }

    int complete(Object answer) {
        return post("/complete", answer(answer));
    }

    int post(String deed, String body) {
        return person.post(path() + deed, body).statusCode();
    }

    String path() {
        return door.path() + "/task/" + task;
    }

    static String user(String account) {
        return "{\"userId\":\"" + account + "\"}";
    }

    private static String answer(Object answer) {
        return text(Map.of("variables", Map.of("answer", Map.of("value", text(answer), "type", "Json"))));
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
