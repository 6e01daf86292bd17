package id.laras.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Keeps which page somebody wanted, for after the login, in their browser and not in a session. A stranger's session lives an
 * hour, and somebody who asks for a hundred pages a second without a login would fill the memory with them.
 */
final class WantedPage extends CookieRequestCache {

    /** Signs of an address; no page of ours has a longer one, and the answer's headers hold not much more. */
    private static final int LONGEST = 1_000;

    /** @param pages what one may come back to */
    WantedPage(RequestMatcher pages, WebSettings web) {
        setRequestMatcher(request -> pages.matches(request) && isShort(request));
        setCookieCustomizer(cookie -> {
            cookie.setSecure(cookie.getSecure() || web.tls());
            cookie.setAttribute("SameSite", "Lax");
        });
    }

    private static boolean isShort(HttpServletRequest request) {
        return request.getRequestURI().length()
                        + Objects.toString(request.getQueryString(), "").length()
                <= LONGEST;
    }

    /** Forgets the page when it is there; the call goes on as the browser sent it, not with what was kept of the other. */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        super.getMatchingRequest(request, response);
        return null;
    }
}
