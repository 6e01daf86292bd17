package id.laras.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose account has changed since, or whose time is over: a withdrawn role or a new password holds at once,
 * not after the next login. And lets nobody go on with a password that somebody else gave them.
 */
final class StandingLogin extends OncePerRequestFilter {

    static final String OWN_PASSWORD = "/account/password";

    private static final Pattern FILE = Pattern.compile("\\.(js|css|json|svg|png|ico|woff2?|ttf|map)$");

    private final Logins logins;
    private final RequestMatcher free;
    private final RequestMatcher scripts;
    private final LogoutHandler end = new SecurityContextLogoutHandler();

    /**
     * @param free    what stays open to somebody who must first choose a password
     * @param scripts who cannot follow us to a page
     */
    StandingLogin(Logins logins, RequestMatcher free, RequestMatcher scripts) {
        this.logins = logins;
        this.free = free;
        this.scripts = scripts;
    }

    /**
     * The files of Tasklist's frame hold nothing about anybody; they come in dozens, and each would cost a question, and stand
     * still with the database.
     */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/laras/")
                || path.equals("/favicon.ico")
                || path.startsWith("/camunda/")
                        && !path.startsWith("/camunda/api/")
                        && FILE.matcher(path).find();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Login login) {
            if (!logins.stands(login)) {
                end.logout(request, response, authentication);
            } else if (login.mustChangePassword() && !free.matches(request)) {
                if (scripts.matches(request)) {
                    response.sendError(HttpServletResponse.SC_FORBIDDEN);
                } else {
                    response.sendRedirect(request.getContextPath() + OWN_PASSWORD);
                }
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
