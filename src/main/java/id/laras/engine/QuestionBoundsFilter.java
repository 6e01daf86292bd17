package id.laras.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.security.ReadBody;
import id.laras.words.Sentences;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds both doors of the engine's API to {@link QuestionBounds} and {@link NarrowQuestions}, and lets nobody ask for everything: who names no
 * {@code maxResults} gets one page.
 */
final class QuestionBoundsFilter extends OncePerRequestFilter {

    private static final String PAGE = "maxResults";

    private final Sentences sentences;
    private final ObjectMapper json;

    QuestionBoundsFilter(Sentences sentences, ObjectMapper json) {
        this.sentences = sentences;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = request;
        var broken = Optional.<String>empty();
        var body = new byte[0];
        if (Objects.toString(request.getContentType(), "")
                .toLowerCase(Locale.ROOT)
                .contains("json")) {
            // at most 1 MB: larger ones have been refused
            body = request.getInputStream().readAllBytes();
            broken = QuestionBounds.broken(body);
            asked = new ReadBody(request, body);
        }
        var pages = request.getParameterValues(PAGE);
        if (pages == null) {
            asked = new OnePage(asked);
        } else if (QuestionBounds.isPageTooLarge(pages)) {
            broken = Optional.of("engine.question.pageTooLarge");
        }
        if (namesCounter(request.getQueryString())) {
            broken = Optional.of("engine.question.counter");
        } else if (conditions(request.getQueryString()) > QuestionBounds.MOST_ON_VARIABLES) {
            broken = Optional.of("engine.question.tooMany");
        }
        if (broken.isEmpty()) {
            broken = NarrowQuestions.broken(
                    request.getRequestURI().substring(request.getContextPath().length()),
                    EngineLogin.oversees(SecurityContextHolder.getContext().getAuthentication()),
                    "GET".equals(request.getMethod()) ? request::getParameter : null,
                    body);
        }
        if (broken.isPresent()) {
            refuse(response, broken.get());
        } else {
            chain.doFilter(asked, response);
        }
    }

    /** The engine takes several conditions in one value, with commas between. */
    private static boolean namesCounter(String query) {
        return query != null
                && Arrays.stream(query.split("[&=]"))
                        .flatMap(part -> Arrays.stream(decoded(part).split(",")))
                        .anyMatch(QuestionBounds::namesCounter);
    }

    /** How many of them stand on variables. */
    private static long conditions(String query) {
        return query == null
                ? 0
                : Arrays.stream(query.split("&"))
                        .map(parameter -> parameter.split("=", 2))
                        .filter(parameter ->
                                parameter.length == 2 && QuestionBounds.holdsConditions(decoded(parameter[0])))
                        .flatMap(
                                parameter -> Arrays.stream(decoded(parameter[1]).split(",")))
                        .count();
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return part;
        }
    }

    /** As the engine itself refuses, so that Tasklist shows the sentence. */
    private void refuse(HttpServletResponse response, String sentence) throws IOException {
        var refused = new ExceptionDto();
        refused.setType("InvalidRequestException");
        refused.setMessage(sentences.of(
                sentence,
                QuestionBounds.MOST_VALUES,
                QuestionBounds.MOST_CONDITIONS,
                QuestionBounds.DEEPEST,
                QuestionBounds.LARGEST_PAGE));
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), refused);
    }

    /** A question that named no size of its page. */
    private static final class OnePage extends HttpServletRequestWrapper {

        private static final String SIZE = String.valueOf(QuestionBounds.LARGEST_PAGE);

        OnePage(HttpServletRequest request) {
            super(request);
        }

        /** In front: the engine takes the first, and behind its limit of parameters the server has not seen any. */
        @Override
        public String getQueryString() {
            var query = super.getQueryString();
            return PAGE + "=" + SIZE + (query == null || query.isEmpty() ? "" : "&" + query);
        }

        @Override
        public String getParameter(String name) {
            return PAGE.equals(name) ? SIZE : super.getParameter(name);
        }

        @Override
        public String[] getParameterValues(String name) {
            return PAGE.equals(name) ? new String[] {SIZE} : super.getParameterValues(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var all = new HashMap<>(super.getParameterMap());
            all.put(PAGE, new String[] {SIZE});
            return Collections.unmodifiableMap(all);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }
    }
}
