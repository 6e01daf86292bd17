package id.laras.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.AbstractServletWebServerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Names the session's cookie so that behind TLS no other host and no plain connection can plant one. */
@Component
class SessionCookie implements WebServerFactoryCustomizer<AbstractServletWebServerFactory> {

    private static final String NAME = "LARAS-SESSION";

    private final WebSettings web;

    SessionCookie(WebSettings web) {
        this.web = web;
    }

    @Override
    public void customize(AbstractServletWebServerFactory server) {
        var cookie = server.getSession().getCookie();
        cookie.setName(web.cookie(NAME));
        if (web.tls()) {
            cookie.setPath("/");
        }
    }

    /** A cookie of a session that is over would call the next visit an expired one. */
    static void end(HttpServletRequest request, HttpServletResponse response, WebSettings web) {
        var cookie = ResponseCookie.from(web.cookie(NAME), "")
                .path(web.tls() ? "/" : request.getContextPath() + "/")
                .maxAge(Duration.ZERO)
                .httpOnly(true)
                .secure(web.tls() || request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
