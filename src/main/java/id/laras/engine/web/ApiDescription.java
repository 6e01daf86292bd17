package id.laras.engine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/**
 * What {@code /v3/api-docs} says beside the signatures: how one comes in, what a refusal looks like, and the examples, which
 * lie in {@code api-examples/<operation>.request.json} and {@code .response.json}.
 */
@Configuration
class ApiDescription {

    private static final String PROBLEM = "application/problem+json";

    /** Status and what it means; every endpoint may answer with each of them. */
    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "401", "The login or the token is missing or no longer valid",
            "403", "The login lacks the role, or a session's call lacks its token against forgery",
            "404", "Not there, or none of the caller's business: the answer does not tell which",
            "422", "A rule is broken; every sentence stands in \"problems\""));

    private final ObjectMapper json;

    ApiDescription(ObjectMapper json) {
        this.json = json;
    }

    @Bean
    OpenAPI laras() {
        return new OpenAPI()
                .info(new Info().title("Laras").version("1").description("""
                                Performance evaluation of civil servants. Machines send a token that somebody made for them \
                                as Authorization: Bearer laras_…. People use the session of the login page and send the \
                                value of the cookie LARAS-CSRF (over https __Host-LARAS-CSRF) as header X-Laras-CSRF with everything but GET. Problems are answered as \
                                RFC 9457 in Indonesian; the cookie LARAS-LANG=en asks for English. Days are those of the \
                                agency's zone, instants are UTC. The engine's own API under /engine-rest is described by Camunda.\
                                """))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSecuritySchemes(
                                "session",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("LARAS-SESSION")
                                        .description("over https __Host-LARAS-SESSION"))
                        .addSchemas("Problem", problem()))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema().description("about:blank: the status says it all"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new Schema<Integer>().type("integer"))
                .addProperty("detail", new StringSchema().description("for the person in front of the screen"))
                .addProperty("instance", new StringSchema().description("path of the request"));
    }

    /** Problems and examples of one endpoint. */
    @Bean
    OperationCustomizer examples() {
        return (operation, method) -> {
            PROBLEMS.forEach((status, meaning) -> operation
                    .getResponses()
                    .addApiResponse(
                            status,
                            new ApiResponse()
                                    .description(meaning)
                                    .content(new Content().addMediaType(PROBLEM, problem("problem." + status)))));
            example(operation.getOperationId() + ".request")
                    .ifPresent(example -> operation
                            .getRequestBody()
                            .getContent()
                            .values()
                            .forEach(body -> body.addExamples("example", example)));
            example(operation.getOperationId() + ".response")
                    .ifPresent(example -> successes(operation).forEach(body -> body.addExamples("example", example)));
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer withoutServers() {
        // A server's address is known to who asks; written down it would be that of the first caller.
        return api -> api.setServers(null);
    }

    private MediaType problem(String name) {
        return new MediaType()
                .schema(new Schema<>().$ref("#/components/schemas/Problem"))
                .addExamples("example", example(name).orElseThrow());
    }

    private static Iterable<MediaType> successes(Operation operation) {
        return operation.getResponses().entrySet().stream()
                .filter(answer ->
                        answer.getKey().startsWith("2") && answer.getValue().getContent() != null)
                .flatMap(answer -> answer.getValue().getContent().values().stream())
                .toList();
    }

    private Optional<Example> example(String name) {
        var file = new ClassPathResource("api-examples/" + name + ".json");
        if (!file.exists()) {
            return Optional.empty();
        }
        try (var content = file.getInputStream()) {
            return Optional.of(new Example().value(json.readTree(content)));
        } catch (IOException e) {
            throw new IllegalStateException(file + " is no JSON", e);
        }
    }
}
