package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.catalina.filters.RemoteIpFilter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The address that guesses are counted by and the log of logins tells, as Tomcat reads it by our configuration. */
class ForwardedAddressTests {

    @ParameterizedTest
    @CsvSource({
        // a colleague, by a proxy on this machine, which writes down from where they came
        "127.0.0.1, '198.51.100.7, 10.1.2.3', 10.1.2.3",
        "127.0.0.1, '192.168.7.7, 192.168.1.9', 192.168.1.9",
        "0:0:0:0:0:0:0:1, '198.51.100.7, 172.16.3.4', 172.16.3.4",
        // a colleague, by no proxy
        "10.1.2.3, 198.51.100.7, 10.1.2.3",
        "127.0.0.1, 203.0.113.5, 203.0.113.5"
    })
    void nobodyOfTheAgencyWritesAnotherAddressThanTheirs(String from, String forwarded, String address)
            throws Exception {
        var request = new MockHttpServletRequest("GET", "/login");
        request.setRemoteAddr(from);
        request.addHeader("X-Forwarded-For", forwarded);
        var chain = new MockFilterChain();
        var filter = new RemoteIpFilter();
        filter.setInternalProxies(internalProxies());

        filter.doFilter(request, new MockHttpServletResponse(), chain);

        assertThat(((HttpServletRequest) Objects.requireNonNull(chain.getRequest())).getRemoteAddr())
                .isEqualTo(address);
    }

    private static String internalProxies() throws IOException {
        var delivered = new FileSystemResource(Path.of("src/main/resources/application.yaml"));
        return String.valueOf(new YamlPropertySourceLoader()
                .load("delivered", delivered)
                .get(0)
                .getProperty("server.tomcat.remoteip.internal-proxies"));
    }
}
