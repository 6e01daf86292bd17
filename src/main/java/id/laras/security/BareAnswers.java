package id.laras.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.words.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.HtmlUtils;

/**
 * Answers that need nothing: no database, no session, no frame, and nothing of what the request brought. A browser reads one
 * page in both languages, a script RFC 9457 in the reader's own.
 */
@Component
public class BareAnswers {

    private static final List<Locale> LANGUAGES = List.of(Sentences.INDONESIAN, Locale.ENGLISH);

    private final String page;
    private final MessageSource messages;
    private final LocaleResolver languages;
    private final ObjectMapper json;

    BareAnswers(MessageSource messages, LocaleResolver languages, ObjectMapper json) {
        this.messages = messages;
        this.languages = languages;
        this.json = json;
        try {
            this.page = new ClassPathResource("bare/answer.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The page that needs nothing is missing", e);
        }
    }

    /** @param sentence key of what is said; {@code <key>.title} is its heading */
    public void send(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String sentence,
            Object... args)
            throws IOException {
        response.reset();
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        }
        if (isForBrowser(request)) {
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'");
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.getWriter().write(page(request, sentence, args));
        } else {
            var problem = ProblemDetail.forStatusAndDetail(
                    status, messages.getMessage(sentence, args, languages.resolveLocale(request)));
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter().write(json.writeValueAsString(problem));
        }
        response.flushBuffer();
    }

    private String page(HttpServletRequest request, String sentence, Object... args) {
        var filled = page.replace("{context}", HtmlUtils.htmlEscape(request.getContextPath()));
        for (var language : LANGUAGES) {
            filled = filled.replace("{title-" + language + "}", said(sentence + ".title", language))
                    .replace("{text-" + language + "}", said(sentence, language, args));
        }
        return filled;
    }

    private String said(String key, Locale language, Object... args) {
        return HtmlUtils.htmlEscape(messages.getMessage(key, args, language), StandardCharsets.UTF_8.name());
    }

    private static boolean isForBrowser(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return Objects.toString(request.getHeader(HttpHeaders.ACCEPT), "").contains(MediaType.TEXT_HTML_VALUE)
                && !path.startsWith("/api/")
                && !path.startsWith("/camunda/api/")
                && !path.startsWith("/engine-rest");
    }
}
