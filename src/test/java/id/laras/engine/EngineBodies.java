package id.laras.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laras.TestPeople;
import id.laras.engine.probe.Probes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A valid body for every endpoint of Camunda's that takes one: the example of Camunda's own description of its API, with
 * the ids of real objects where the example names some. What is open here has bodies of ours, which would work.
 */
final class EngineBodies {

    private static final String ANSWER = "{\"variables\":{\"answer\":{\"type\":\"Json\",\"value\":\""
            + Probes.ANSWER.replace("\"", "\\\"") + "\"}}}";

    /** What the examples call an object, and the kind of it. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("processInstanceId", "process-instance"),
            Map.entry("processInstanceIds", "process-instance"),
            Map.entry("processInstanceIdIn", "process-instance"),
            Map.entry("historicProcessInstanceIds", "process-instance"),
            Map.entry("processDefinitionId", "process-definition"),
            Map.entry("sourceProcessDefinitionId", "process-definition"),
            Map.entry("targetProcessDefinitionId", "process-definition"),
            Map.entry("processDefinitionKey", "key"),
            Map.entry("taskId", "task"),
            Map.entry("executionId", "execution"),
            Map.entry("jobId", "job"),
            Map.entry("userId", "user"),
            Map.entry("username", "user"),
            Map.entry("assignee", "user"),
            Map.entry("groupId", "group"),
            Map.entry("activityId", "activity"));

    private final ObjectMapper json;
    private final Map<String, JsonNode> examples = new HashMap<>();

    EngineBodies(ObjectMapper json) {
        this.json = json;
        try (var description = EngineBodies.class.getResourceAsStream("/openapi.json")) {
            for (var path : json.readTree(description).path("paths").properties()) {
                for (var verb : path.getValue().properties()) {
                    var content = verb.getValue().path("requestBody").path("content");
                    var example = content.path("application/json").path("examples");
                    if (!example.isEmpty()) {
                        examples.put(
                                verb.getKey().toUpperCase() + " " + nameless(path.getKey()),
                                example.iterator().next().path("value"));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int known() {
        return examples.size();
    }

    /** @param endpoint as {@link EngineEndpoints} has it, e.g. {@code POST /task/{id}/claim} */
    String of(String endpoint, Map<String, String> ids, String caller) {
        if (endpoint.endsWith("/task/{id}/claim") || endpoint.endsWith("/task/{id}/assignee")) {
            return "{\"userId\":\"" + caller + "\"}";
        }
        if (endpoint.endsWith("/task/{id}/complete") || endpoint.endsWith("/task/{id}/submit-form")) {
            return ANSWER;
        }
        if (endpoint.endsWith("/task/{id}/comment/create")) {
            return "{\"message\":\"Ikut bicara\"}";
        }
        if (EngineAccess.lines().contains(endpoint.replace(" ", " " + EngineAccess.ROOTS.get(0)))) {
            // a search for everything, where that is allowed
            if (endpoint.matches("POST /task(?:/count)?")) {
                return "{\"assignee\":\"" + caller + "\"}";
            }
            return endpoint.contains("/variable-instance")
                    ? "{\"processInstanceIdIn\":[\"" + ids.get("process-instance") + "\"]}"
                    : "{}";
        }
        var example = examples.get(nameless(endpoint));
        return example == null ? "{}" : named(example.deepCopy(), ids).toString();
    }

    private JsonNode named(JsonNode node, Map<String, String> ids) {
        if (node instanceof ObjectNode object) {
            for (var field : object.properties()) {
                var real = ids.get(NAMED.getOrDefault(field.getKey(), ""));
                if (field.getKey().equals("password")) {
                    object.put("password", TestPeople.PASSWORD);
                } else if (real != null && field.getValue().isTextual()) {
                    object.put(field.getKey(), real);
                } else if (real != null && field.getValue() instanceof ArrayNode) {
                    object.set(field.getKey(), json.createArrayNode().add(real));
                } else {
                    named(field.getValue(), ids);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(each -> named(each, ids));
        }
        return node;
    }

    private static String nameless(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
