package id.laras.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.security.CurrentActor;
import id.laras.security.ReadBody;
import id.laras.words.Sentences;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Stands outside of Camunda's API and tells {@link EngineReadings} what is read: of those who may read everybody's before it
 * is answered, so that nothing is answered that could not be noted; of everybody else, and of deeds, once it was answered.
 */
final class EngineReadingFilter extends OncePerRequestFilter {

    /** Of the body of a question, in bytes; some thousand ids, and few enough for the trail to keep each whole. */
    static final int LONGEST_QUESTION = 64 * 1024;

    private static final String API = "(?:/engine-rest|/camunda/api/engine)(?:/engine/[^/]+)?";

    /**
     * What tells of nobody's process: models, rule tables, deployments, accounts, filters themselves, how the system runs.
     * All else is noted, what a later release of the engine brings too; and which models others call, which Cockpit answers
     * for the processes of one business key and one value of a variable.
     */
    private static final Pattern ABOUT_NOBODY = Pattern.compile(
            ".*" + API + "(?:/+|/engine"
                    + "|/(?:process-definition|decision-definition|decision-requirements-definition|case-definition|deployment"
                    + "|job-definition|authorization|identity|user|group|tenant|metrics|schema|telemetry|version)(?:/.*)?"
                    + "|/filter(?:/(?:count|create)|/[^/]+)?)?"
                    + "|.*/camunda/api/cockpit/plugin(?:/[^/]+|/[^/]+/static/.*|/base/[^/]+/process-definition/statistics(?:-count)?)?/*");

    /** Deeds on one task; what comes with them is an answer and no question. */
    private static final Pattern DEED_ON_TASK = Pattern.compile(".*" + API + "/task/[0-9a-f-]{36}/.*");

    private final EngineReadings readings;
    private final CurrentActor actor;
    private final Sentences sentences;
    private final ObjectMapper json;

    EngineReadingFilter(EngineReadings readings, CurrentActor actor, Sentences sentences, ObjectMapper json) {
        this.readings = readings;
        this.actor = actor;
        this.sentences = sentences;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var login = SecurityContextHolder.getContext().getAuthentication();
        var path = decoded(request.getRequestURI());
        if (login == null
                || !login.isAuthenticated()
                || ABOUT_NOBODY.matcher(path).matches()) {
            chain.doFilter(request, response);
            return;
        }
        var who = actor.get();
        var question = new EngineQuestion(path, query(request), "");
        if (question.isOfPage()) {
            readings.note(who, question);
            chain.doFilter(request, response);
            return;
        }
        if (EngineReadings.readsEverybodys(who) && !isDeed(request, path)) {
            var body = request.getInputStream().readNBytes(LONGEST_QUESTION + 1);
            if (body.length > LONGEST_QUESTION) {
                refuse(response);
                return;
            }
            // Before the answer: what cannot be noted is not answered. What the engine then refuses is noted too.
            readings.note(who, new EngineQuestion(path, query(request), text(body)));
            chain.doFilter(new ReadBody(request, body), response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            // Also when the reader broke off: what had been sent by then was read.
            if (response.getStatus() < 400) {
                readings.note(who, question);
            }
        }
    }

    private static boolean isDeed(HttpServletRequest request, String path) {
        return !"GET".equals(request.getMethod()) && DEED_ON_TASK.matcher(path).matches();
    }

    private void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(
                response.getWriter(),
                Map.of(
                        "type",
                        "InvalidRequestException",
                        "message",
                        sentences.of("engine.readings.tooLong", LONGEST_QUESTION / 1024)));
    }

    /** As the engine understands it: an id may come percent-encoded. */
    private static String decoded(String url) {
        try {
            return UriUtils.decode(url, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return url;
        }
    }

    private static String query(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? null : decoded(query.replace('+', ' '));
    }

    /** JSON as the engine reads it, in whatever letters and escapes it came; anything else as it was written. */
    private String text(byte[] body) throws IOException {
        try {
            return json.reader()
                    .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(body)
                    .toString();
        } catch (JsonProcessingException unclear) {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
