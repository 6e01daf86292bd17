package id.laras.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.BiPredicate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks who hands in a file before anything of it is read. The token against forgery lies in the upload, and the search for
 * it would take the whole apart for anybody who sends one.
 */
final class Uploads extends OncePerRequestFilter {

    /** What a browser sends beyond what is taken apart is read to its end, or it would show a dead connection for our sentence. */
    private static final long READ_TO_ITS_END = 128L << 20;

    private final BiPredicate<HttpServletRequest, Authentication> lets;
    private final List<LargeUploads> large;
    private final AuthenticationEntryPoint login;
    private final AccessDeniedHandler closed;

    /** @param lets whether the table of doors lets this login in there */
    Uploads(
            BiPredicate<HttpServletRequest, Authentication> lets,
            List<LargeUploads> large,
            AuthenticationEntryPoint login,
            AccessDeniedHandler closed) {
        this.lets = lets;
        this.large = large;
        this.login = login;
        this.closed = closed;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !RequestBodies.isUpload(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !who.isAuthenticated()) {
            login.commence(request, response, new InsufficientAuthenticationException("An upload of a stranger"));
            return;
        }
        if (!lets.test(request, who)) {
            closed.handle(request, response, new AccessDeniedException("An upload without the role for it"));
            return;
        }
        for (var answer : large) {
            if (answer.isTooLarge(request)) {
                readToItsEnd(request);
                answer.refuse(request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static void readToItsEnd(HttpServletRequest request) throws IOException {
        var body = request.getInputStream();
        var piece = new byte[1 << 16];
        var left = READ_TO_ITS_END;
        for (var read = 0; read >= 0 && left > 0; left -= read) {
            read = body.read(piece);
        }
    }
}
