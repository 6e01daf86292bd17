package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.server.Session;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Behind TLS browsers are told by its name that nobody else may plant a cookie of ours. */
class CookieTests {

    private static final WebSettings TLS = new WebSettings(true, Duration.ZERO, Set.of());
    private static final WebSettings PLAIN = new WebSettings(false, Duration.ZERO, Set.of());

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void theSessionIsOfThisHostAloneBehindTls() {
        request.setContextPath("/laras");
        assertThat(session(TLS).getName()).isEqualTo("__Host-LARAS-SESSION");
        assertThat(session(TLS).getPath()).isEqualTo("/");
        assertThat(session(PLAIN).getName()).isEqualTo("LARAS-SESSION");
        assertThat(session(PLAIN).getPath()).isNull();
    }

    private static Session.Cookie session(WebSettings web) {
        var server = new TomcatServletWebServerFactory();
        new SessionCookie(web).customize(server);
        return server.getSession().getCookie();
    }

    @Test
    void loggingOutEndsTheCookieAsTheBrowserKnowsIt() {
        SessionCookie.end(request, response, TLS);
        assertThat(cookie())
                .startsWith("__Host-LARAS-SESSION=;")
                .contains("Path=/;", "Max-Age=0", "Secure")
                .doesNotContain("Domain");
    }

    @Test
    void withoutTlsItHasItsPlainName() {
        SessionCookie.end(request, response, PLAIN);
        assertThat(cookie()).startsWith("LARAS-SESSION=;").contains("Max-Age=0").doesNotContain("Secure");
    }

    @Test
    void theTokenAgainstForgedCallsIsOfThisHostAloneToo() {
        request.setContextPath("/laras");
        var tokens = SecurityConfiguration.csrfCookie(TLS);
        tokens.saveToken(tokens.generateToken(request), request, response);
        assertThat(cookie())
                .startsWith("__Host-LARAS-CSRF=")
                .contains("Path=/;", "Secure")
                .doesNotContain("Domain", "HttpOnly");

        var plain = SecurityConfiguration.csrfCookie(PLAIN);
        plain.saveToken(plain.generateToken(request), request, response);
        assertThat(response.getHeaders(HttpHeaders.SET_COOKIE).get(1)).startsWith("LARAS-CSRF=");
    }

    @Test
    void aBrowserIsKnownByEitherName() {
        request.setCookies(new Cookie("LARAS-DEVICE", "planted"), new Cookie("__Secure-LARAS-DEVICE", "ours"));
        assertThat(Caller.of(request).device()).isEqualTo("ours");
        request.setCookies(new Cookie("LARAS-DEVICE", "plain"));
        assertThat(Caller.of(request).device()).isEqualTo("plain");
    }

    private String cookie() {
        return response.getHeader(HttpHeaders.SET_COOKIE);
    }
}
