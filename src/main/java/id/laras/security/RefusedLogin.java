package id.laras.security;

import id.laras.security.DirectoryRefusal.Why;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;

/** Leads back to the login page, which says in a sentence what was wrong. */
final class RefusedLogin implements AuthenticationFailureHandler {

    private final Set<Why> told;
    private final String otherwise;

    private RefusedLogin(Set<Why> told, String otherwise) {
        this.told = told;
        this.otherwise = otherwise;
    }

    /** Whoever guesses passwords is not told that one fits but the account is shut. */
    static RefusedLogin byForm() {
        return new RefusedLogin(EnumSet.complementOf(EnumSet.of(Why.CLOSED)), "error");
    }

    static RefusedLogin byProvider() {
        return new RefusedLogin(EnumSet.allOf(Why.class), "refused");
    }

    /** A machine is asked for its password again, unless nobody could look whether the one it sent is right. */
    static AuthenticationEntryPoint byBasic() {
        var ask = new BasicAuthenticationEntryPoint();
        ask.setRealmName("Laras");
        return (request, response, refused) -> {
            if (refused instanceof InternalAuthenticationServiceException) {
                throw refused;
            }
            ask.commence(request, response, refused);
        };
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        // the filter that leads to the provider wraps what it meets
        var cause = refused.getCause() instanceof DirectoryRefusal wrapped ? wrapped : refused;
        var why = cause instanceof DirectoryRefusal known && told.contains(known.why())
                ? known.why().name().toLowerCase(Locale.ROOT)
                : refused instanceof InternalAuthenticationServiceException ? "disturbed" : otherwise;
        response.sendRedirect(request.getContextPath() + "/login?" + why);
    }
}
