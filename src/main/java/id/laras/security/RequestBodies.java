package id.laras.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is too large before anything of it is read, whoever calls: one MB for everything but an upload. What comes
 * without its length and is no form is counted by {@link UndeclaredBodies} once the caller is known.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestBodies extends OncePerRequestFilter {

    /** Bytes; the longest answer of a form has a quarter of it. */
    static final int LARGEST = 1 << 20;

    static final String SENTENCE = "security.body.tooLarge";

    /** Where files are handed in; how large they may be is said by the rooms behind. */
    static final List<String> UPLOADS =
            List.of("/hr/people", "/api/hr/imports", "/api/evaluations/*/files", "/design/upload");

    private static final RequestMatcher UPLOAD = new OrRequestMatcher(UPLOADS.stream()
            .<RequestMatcher>map(
                    path -> PathPatternRequestMatcher.withDefaults().matcher(path))
            .toList());

    /** Nobody sends a body with these, unless the request says of what type or how. */
    private static final Set<String> READINGS = Set.of("GET", "HEAD", "TRACE");

    private final BareAnswers answers;

    RequestBodies(BareAnswers answers) {
        this.answers = answers;
    }

    static boolean isUpload(HttpServletRequest request) {
        return isMultipart(request) && UPLOAD.matches(request);
    }

    /** By its length alone: how a body comes without one differs between the versions of HTTP. A mere reading has none. */
    static boolean isDeclared(HttpServletRequest request) {
        return request.getContentLengthLong() >= 0
                || READINGS.contains(request.getMethod())
                        && request.getContentType() == null
                        && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isUpload(request)) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > LARGEST) {
            refuse(request, response, HttpStatus.PAYLOAD_TOO_LARGE);
        } else if (!isDeclared(request) && (isMultipart(request) || isForm(request))) {
            // the server itself would read it wherever somebody asks for a parameter
            refuse(request, response, HttpStatus.LENGTH_REQUIRED);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        answers.send(request, response, status, SENTENCE);
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return type(request).startsWith("multipart/");
    }

    private static boolean isForm(HttpServletRequest request) {
        return type(request).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static String type(HttpServletRequest request) {
        return Objects.toString(request.getContentType(), "").strip().toLowerCase(Locale.ROOT);
    }
}
