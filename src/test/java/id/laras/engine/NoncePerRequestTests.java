package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.security.filter.headersec.HttpHeaderSecurityFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterConfig;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

class NoncePerRequestTests {

    private final ServletContext shared = new MockServletContext();
    private final HttpHeaderSecurityFilter policy = new HttpHeaderSecurityFilter();

    @BeforeEach
    void start() throws Exception {
        policy.init(new MockFilterConfig(shared));
    }

    @Test
    void aRequestKeepsItsNonceWhileAnotherGetsIts() throws Exception {
        var first = new MockHttpServletResponse();
        ask(first, (request, response) -> {
            ask(new MockHttpServletResponse(), (other, answer) -> {});
            var nonce = request.getServletContext().getAttribute(NoncePerRequest.NONCE);
            assertThat(first.getHeader("Content-Security-Policy")).contains("'nonce-" + nonce + "'");
        });
    }

    @Test
    void everythingElseIsTheSharedContexts() throws Exception {
        shared.setAttribute("known", "to all");
        ask(new MockHttpServletResponse(), (request, response) -> {
            assertThat(request.getServletContext().getAttribute("known")).isEqualTo("to all");
            request.getServletContext().setAttribute("since", "now");
        });
        assertThat(shared.getAttribute("since")).isEqualTo("now");
    }

    private void ask(MockHttpServletResponse response, FilterChain inside) throws IOException, ServletException {
        new NoncePerRequest()
                .doFilter(
                        new MockHttpServletRequest(shared),
                        response,
                        (request, answer) -> policy.doFilter(request, answer, inside));
    }
}
