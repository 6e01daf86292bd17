package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@LarasTest
@DisplayName("The API for machines")
class ApiDescriptionTests {

    private static final List<String> PROBLEMS = List.of("401", "403", "404", "422");

    @Autowired
    TestPeople people;

    @Autowired
    ObjectMapper json;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    @LocalServerPort
    int port;

    JsonNode description;

    @BeforeEach
    void fetch() {
        description = HttpPerson.stranger(port).json("/v3/api-docs");
    }

    @Test
    @DisplayName("is described whole: each endpoint of ours, and no other")
    void everyEndpoint() {
        assertThat(operations().keySet()).isNotEmpty().isEqualTo(handlers().keySet());
    }

    @Test
    @DisplayName("says what each endpoint does, with examples and problems")
    void everyProblem() {
        operations().forEach((endpoint, operation) -> {
            assertThat(operation.path("summary").asText()).as(endpoint).isNotBlank();
            for (var status : PROBLEMS) {
                var problem =
                        operation.path("responses").path(status).path("content").path("application/problem+json");
                assertThat(problem.at("/examples/example/value/status").asText())
                        .as(endpoint)
                        .isEqualTo(status);
            }
        });
    }

    @Test
    @DisplayName("shows an example of every JSON that goes in or comes out")
    void everyExample() {
        operations().forEach((endpoint, operation) -> {
            bodies(operation.path("requestBody"))
                    .forEach(body -> assertThat(body.has("examples"))
                            .as("request of " + endpoint)
                            .isTrue());
            var type = answer(handlers().get(endpoint));
            if (type != Void.class && type != byte[].class) {
                assertThat(operation.path("responses").properties())
                        .as("answers of " + endpoint)
                        .anyMatch(answer -> answer.getKey().startsWith("2")
                                && !bodies(answer.getValue()).isEmpty());
            }
            operation.path("responses").properties().forEach(answer -> {
                if (answer.getKey().startsWith("2")) {
                    bodies(answer.getValue())
                            .forEach(body -> assertThat(body.has("examples"))
                                    .as(answer.getKey() + " of " + endpoint)
                                    .isTrue());
                }
            });
        });
    }

    @Test
    @DisplayName("shows examples with exactly the fields of real answers")
    void trueExamples() throws Exception {
        var strict = json.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .addHandler(new RawJson());
        var shown = 0;
        for (var handler : handlers().values()) {
            var file = new ClassPathResource("api-examples/"
                    + handler.getMethodAnnotation(Operation.class).operationId() + ".response.json");
            if (file.exists()) {
                strict.readValue(file.getInputStream(), strict.constructType(answer(handler)));
                shown++;
            }
        }
        assertThat(shown).isGreaterThan(5);
    }

    @ParameterizedTest(name = "{0} {1} is answered {2}")
    @DisplayName("answers every problem as RFC 9457, in words")
    @CsvSource({
        "GET, /api/tasks/next?businessKey=x, 401, nobody",
        "GET, /api/hr/imports/x, 401, nobody",
        "GET, /api/hr/imports/x, 401, with a wrong token",
        "GET, /api/hr/imports/x, 403, staff",
        "POST, /api/hr/imports, 403, staff",
        "GET, /api/no/such/path, 404, staff",
        "GET, /api/tasks/unknown, 404, staff",
        "GET, /api/files/unknown, 404, staff",
        "GET, /api/hr/imports/unknown, 404, hr",
        "DELETE, /api/tasks/next, 405, staff",
        "GET, /api/tasks/next, 400, staff",
        "POST, /api/hr/imports, 415, hr",
    })
    void problems(String method, String path, int status, String who) {
        var answer = ask(who, method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = HttpPerson.parse(answer.body());
        assertThat(problem.get("type").asText()).isEqualTo("about:blank");
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank().doesNotStartWith("engine.problem");
        assertThat(problem.get("instance").asText()).isEqualTo(path.replaceFirst("\\?.*", ""));
    }

    @Test
    @DisplayName("refuses a session without its CSRF token as RFC 9457, too")
    void forged() {
        people.account("uji-mesin");
        var answer = HttpPerson.loggedIn(port, "uji-mesin").withoutTokens().put("/api/tasks/x/draft", "{}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private HttpResponse<String> ask(String who, String method, String path) {
        var person =
                switch (who) {
                    case "nobody" -> HttpPerson.stranger(port);
                    case "with a wrong token" -> HttpPerson.stranger(port).bearing("laras_x");
                    case "hr" -> HttpPerson.loggedIn(port, people.account("uji-mesin-sdm", Role.HR));
                    default -> HttpPerson.loggedIn(port, people.account("uji-mesin"));
                };
        return switch (method) {
            case "POST" -> person.post(path, "{}");
            case "DELETE" -> person.delete(path);
            default -> person.get(path);
        };
    }

    /** What stands in the description, by method and path. */
    private Map<String, JsonNode> operations() {
        var operations = new TreeMap<String, JsonNode>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    /** What the application really answers in JSON to machines. */
    private Map<String, HandlerMethod> handlers() {
        var handlers = new TreeMap<String, HandlerMethod>();
        endpoints.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().isAnnotationPresent(RestController.class)
                    && handler.getBeanType().getPackageName().startsWith("id.laras")) {
                mapping.getPathPatternsCondition()
                        .getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> handlers.put(method + " " + path, handler)));
            }
        });
        return handlers;
    }

    private static List<JsonNode> bodies(JsonNode holder) {
        var bodies = new ArrayList<JsonNode>();
        var json = holder.path("content").get("application/json");
        if (json != null) {
            bodies.add(json);
        }
        return bodies;
    }

    /** The declared type, or the one that the description names where the method may answer several. */
    private static Type answer(HandlerMethod handler) {
        var named = Stream.of(handler.getMethod().getAnnotationsByType(ApiResponse.class))
                .flatMap(answer -> Stream.of(answer.content()))
                .map(content -> content.schema().implementation())
                .filter(type -> type != Void.class)
                .findFirst();
        var declared = ResolvableType.forMethodReturnType(handler.getMethod());
        return named.<Type>map(type -> type)
                .orElse(
                        ResponseEntity.class.isAssignableFrom(declared.toClass())
                                ? declared.getGeneric(0).getType()
                                : declared.getType());
    }

    /** A text that is JSON itself and goes out as it is: a draft. */
    private static final class RawJson extends DeserializationProblemHandler {
        @Override
        public Object handleUnexpectedToken(
                DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String failure)
                throws IOException {
            return target.hasRawClass(String.class) && "draft".equals(parser.currentName())
                    ? parser.readValueAsTree().toString()
                    : super.handleUnexpectedToken(context, target, token, parser, failure);
        }
    }
}
