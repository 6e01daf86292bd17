package id.laras.security;

import id.laras.security.DirectoryRefusal.Why;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the login page, which says in a sentence what was wrong. */
public final class RefusedLogin implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedLogin.class);

    /** The sentence for whoever has to wait, for the login page. */
    public static final String PROBLEM = "laras.login.problem";

    private final Set<Why> told;
    private final String otherwise;
    private final BiConsumer<HttpServletRequest, String> deed;

    private RefusedLogin(Set<Why> told, String otherwise, BiConsumer<HttpServletRequest, String> deed) {
        this.told = told;
        this.otherwise = otherwise;
        this.deed = deed;
    }

    /** Whoever guesses passwords is not told that one fits but the account is shut. */
    static RefusedLogin byForm() {
        return new RefusedLogin(EnumSet.complementOf(EnumSet.of(Why.CLOSED)), "error", (request, account) -> {});
    }

    static RefusedLogin byProvider(LoginLog log) {
        return new RefusedLogin(
                EnumSet.allOf(Why.class),
                "refused",
                (request, account) ->
                        log.record(LoginLog.Way.OIDC, LoginLog.Outcome.REFUSED, account, request.getRemoteAddr()));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        // the filter that leads to the provider wraps what it meets
        var cause = refused.getCause() instanceof DirectoryRefusal wrapped ? wrapped : refused;
        deed.accept(request, cause instanceof DirectoryRefusal known ? known.account() : null);
        if (refused instanceof TooManyAttempts wait) {
            askToWait(request, response, wait);
            return;
        }
        if (refused instanceof OAuth2AuthenticationException answer) {
            LOG.warn("A login through a provider failed: {}", answer.getError().getErrorCode());
        }
        var why = cause instanceof DirectoryRefusal known && told.contains(known.why())
                ? known.why().name().toLowerCase(Locale.ROOT)
                : refused instanceof InternalAuthenticationServiceException ? "disturbed" : otherwise;
        response.sendRedirect(request.getContextPath() + "/login?" + why);
    }

    /** The form stands there again, with the name that was typed. */
    private static void askToWait(HttpServletRequest request, HttpServletResponse response, TooManyAttempts wait)
            throws IOException, ServletException {
        tooMany(response, wait);
        request.setAttribute(PROBLEM, wait.problem());
        var page = new HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return "GET";
            }
        };
        request.getRequestDispatcher("/login").forward(page, response);
    }

    static void tooMany(HttpServletResponse response, TooManyAttempts wait) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.seconds()));
    }
}
