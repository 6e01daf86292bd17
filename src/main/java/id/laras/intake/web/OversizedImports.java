package id.laras.intake.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.rules.Refusal.Problem;
import id.laras.security.LargeUploads;
import id.laras.words.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Says of an upload that the server will not take apart that it is too large. Without this the search for the form's
 * token, which lies in the upload, would fail first, and the person would read that they may not do that.
 */
@Component
class OversizedImports implements LargeUploads {

    static final String PARAMETER = "tooLarge";

    private static final String PAGE = "/hr/people";
    private static final String API = "/api/hr/imports";

    private final MultipartProperties multipart;
    private final ImportViews views;
    private final Sentences sentences;
    private final ObjectMapper json;
    private final LocaleResolver languages;

    OversizedImports(
            MultipartProperties multipart,
            ImportViews views,
            Sentences sentences,
            ObjectMapper json,
            LocaleResolver languages) {
        this.multipart = multipart;
        this.views = views;
        this.sentences = sentences;
        this.json = json;
        this.languages = languages;
    }

    @Override
    public boolean isTooLarge(HttpServletRequest request) {
        return request.getContentLengthLong() > multipart.getMaxRequestSize().toBytes();
    }

    @Override
    public void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals(PAGE)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", request.getContextPath() + PAGE + "?" + PARAMETER);
            return;
        }
        var problem = path.equals(API) ? views.tooLarge() : new Problem("engine.problem.tooLarge");
        var said = sentences.of(problem, languages.resolveLocale(request));
        response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(), ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE, said));
    }
}
