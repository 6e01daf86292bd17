package id.laras.engine.web;

import id.laras.words.Sentences;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What fails before or behind our controllers (login, roles, unknown paths) is said to scripts as RFC 9457 has it, too. */
@Component
class Problems extends BasicErrorController {

    private final Sentences sentences;

    Problems(
            ErrorAttributes attributes,
            ServerProperties server,
            ObjectProvider<ErrorViewResolver> views,
            Sentences sentences) {
        super(attributes, server.getError(), views.orderedStream().toList());
        this.sentences = sentences;
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        var status = getStatus(request);
        if (status == HttpStatus.NO_CONTENT) {
            return new ResponseEntity<>(status);
        }
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", sentences.of(sentence(status)));
        problem.put("instance", asked(request));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String asked(HttpServletRequest request) {
        return Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "/");
    }

    /** Key of the sentence for a status that no rule of ours explains. */
    static String sentence(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "engine.problem.login";
            case 403 -> "engine.problem.forbidden";
            case 404 -> "engine.problem.unknown";
            case 409 -> "engine.submission.sameMoment";
            case 413 -> "engine.problem.tooLarge";
            default -> status.is5xxServerError() ? "engine.problem.failed" : "engine.problem.unreadable";
        };
    }
}
