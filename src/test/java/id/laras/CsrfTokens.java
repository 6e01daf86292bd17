package id.laras;

import jakarta.servlet.http.Cookie;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * The token that a page brings with a form, for MockMvc. Spring's own {@code csrf()} is not used: it swaps the
 * repository of the filter for good, and every later test that comes over HTTP would find no cookie.
 */
public final class CsrfTokens {

    private static final String TOKEN = "token-uji";

    private CsrfTokens() {}

    public static RequestPostProcessor csrf() {
        return request -> {
            request.setCookies(new Cookie("LARAS-CSRF", TOKEN));
            request.addHeader("X-Laras-CSRF", TOKEN);
            return request;
        };
    }
}
