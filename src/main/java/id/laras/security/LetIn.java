package id.laras.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Leads to the page that one wanted, by its path alone: the host of the kept call is whatever its caller wrote. */
final class LetIn extends SavedRequestAwareAuthenticationSuccessHandler {

    /** What is done besides, before the way is shown; without it nobody is inside. */
    @FunctionalInterface
    interface Deed {
        void done(HttpServletRequest request, HttpServletResponse response, String account);
    }

    private final Deed deed;

    LetIn(RequestCache wanted, Deed deed) {
        this.deed = deed;
        setRequestCache(wanted);
        setRedirectStrategy((request, response, address) ->
                response.sendRedirect((address.startsWith("/") ? request.getContextPath() : "") + path(address)));
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException, ServletException {
        try {
            deed.done(request, response, login.getName());
        } catch (RuntimeException failure) {
            // the session is there already: a login that could not be written down must not stand
            new SecurityContextLogoutHandler().logout(request, response, login);
            throw failure;
        }
        super.onAuthenticationSuccess(request, response, login);
    }

    /** @param address of this application, absolute or a path */
    static String path(String address) {
        var scheme = address.indexOf("://");
        var start = scheme < 0 ? 0 : address.indexOf('/', scheme + 3);
        return start < 0 ? "/" : address.substring(start).replaceFirst("^[/\\\\\\s]+", "/");
    }
}
