package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.TestPeople;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** What a caller writes for our host leads nobody anywhere. */
@LarasTest
class HostTests {

    private static final String EVIL = "evil.example";

    @Autowired
    TestPeople people;

    @LocalServerPort
    int port;

    @Test
    void noRedirectRepeatsTheHostThatACallerNamed() throws IOException {
        for (var path : List.of(
                "/",
                "/evaluations",
                "/hr/incidents",
                "/camunda",
                "/camunda/",
                "/camunda/app",
                "/camunda/app/tasklist",
                "/camunda/app/tasklist/default/",
                "/engine-rest",
                "/laras",
                "/oauth2/authorization/none")) {
            assertThat(location(call("GET", path, "", "")).filter(where -> !isAPath(where)))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void theLoginLeadsToTheWantedPageOnOurOwnHost() throws IOException {
        people.account("uji-host");
        var first = call("GET", "/evaluations?a=b", "", "");
        assertThat(location(first)).contains("/login");
        var wanted = cookie(first, "REDIRECT_URI");
        var csrf = cookie(call("GET", "/login", "Cookie: REDIRECT_URI=" + wanted + "\r\n", ""), "LARAS-CSRF");
        var answer = call(
                "POST",
                "/login",
                "Cookie: REDIRECT_URI=" + wanted + "; LARAS-CSRF=" + csrf + "\r\nX-Laras-CSRF: " + csrf
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\n",
                "username=uji-host&password=" + TestPeople.PASSWORD);
        assertThat(location(answer))
                .hasValueSatisfying(where -> assertThat(where).startsWith("/evaluations?a=b"));
        var inside = "Cookie: LARAS-SESSION=" + cookie(answer, "LARAS-SESSION") + "; LARAS-CSRF=" + csrf
                + "\r\nX-Laras-CSRF: " + csrf + "\r\n";
        for (var path : List.of("/camunda/app/tasklist", "/camunda/app/", "/camunda/app/tasklist/")) {
            assertThat(location(call("GET", path, inside, "")).filter(where -> !isAPath(where)))
                    .as(path)
                    .isEmpty();
        }
        assertThat(location(call("POST", "/logout", inside, ""))).hasValue("/login?logout");
    }

    /** What a stranger leaves behind would be kept for an hour, and they need no login to ask for much. */
    @Test
    void nothingIsKeptForAStranger() throws IOException {
        for (var path : List.of("/", "/evaluations", "/hr/incidents", "/camunda/app/tasklist", "/login", "/code")) {
            assertThat(call("GET", path, "", "")).as(path).doesNotContain("LARAS-SESSION");
        }
        assertThat(call("GET", "/evaluations?" + "a".repeat(5_000), "", ""))
                .contains("/login")
                .doesNotContain("LARAS-SESSION", "REDIRECT_URI");
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example/evaluations?continue,/evaluations?continue",
        "https://evil.example,/",
        "http://evil.example//other.example/x,/other.example/x",
        "/evaluations,/evaluations",
        "//other.example/x,/other.example/x",
        "https://laras.example/\\\\other.example,/other.example"
    })
    void ofTheWantedPageOnlyThePathIsKept(String address, String path) {
        assertThat(LetIn.path(address)).isEqualTo(path);
    }

    @Test
    void aHostThatIsNotOursIsRefusedTheForwardedOneToo() throws Exception {
        assertThat(status("laras.test", null)).isEqualTo(200);
        assertThat(status("LARAS.test", null)).isEqualTo(200);
        assertThat(status(EVIL, null)).isEqualTo(400);
        assertThat(status("laras.test", EVIL)).isEqualTo(400);
        assertThat(status("10.0.0.7", "laras.test")).isEqualTo(200);
    }

    private static int status(String host, String forwarded) throws Exception {
        var request = new MockHttpServletRequest("GET", "/login");
        request.setServerName(host);
        if (forwarded != null) {
            request.addHeader("X-Forwarded-Host", forwarded);
        }
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain(
                new HttpServlet() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public void service(ServletRequest asked, ServletResponse answer) {}
                },
                new ForwardedHeaderFilter(),
                new KnownHosts(Set.of("laras.test")));
        chain.doFilter(request, response);
        return response.getStatus();
    }

    private static boolean isAPath(String location) {
        return location.startsWith("/") && !location.startsWith("//") && !location.contains(EVIL);
    }

    /** The JDK's client lets nobody name another host. */
    private String call(String method, String path, String headers, String body) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var request = method + " " + path + " HTTP/1.1\r\nHost: " + EVIL + "\r\nX-Forwarded-Host: " + EVIL
                    + "\r\nForwarded: host=" + EVIL + "\r\nConnection: close\r\n" + headers + "Content-Length: "
                    + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static Optional<String> location(String answer) {
        return found(answer, "(?m)^Location: (.*?)\\r?$");
    }

    private static String cookie(String answer, String name) {
        return found(answer, "(?m)^Set-Cookie: " + name + "=([^;]*)").orElseThrow();
    }

    private static Optional<String> found(String answer, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(answer);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
