package id.laras.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts a body that came without its length, right behind the login: nobody parses it before it is known to be small. */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 1)
final class UndeclaredBodies extends OncePerRequestFilter {

    private final BareAnswers answers;

    UndeclaredBodies(BareAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return RequestBodies.isDeclared(request) || RequestBodies.isUpload(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = request.getInputStream().readNBytes(RequestBodies.LARGEST + 1);
        if (body.length > RequestBodies.LARGEST) {
            answers.send(request, response, HttpStatus.PAYLOAD_TOO_LARGE, RequestBodies.SENTENCE);
        } else {
            chain.doFilter(new ReadBody(request, body), response);
        }
    }
}
