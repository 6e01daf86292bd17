package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** HTTP/2 has no chunked encoding: a body may come there without a word about it. */
class RequestBodiesTests {

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"})
    void aBodyWithoutItsLengthIsUndeclaredInWhateverProtocol(String method) {
        assertThat(RequestBodies.isDeclared(request(method))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "GET"})
    void whatSaysItsLengthIsDeclared(String method) {
        var request = request(method);
        request.setContent(new byte[3]);
        assertThat(RequestBodies.isDeclared(request)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "TRACE"})
    void whatIsOnlyReadHasNoBodyUnlessItSaysSo(String method) {
        assertThat(RequestBodies.isDeclared(request(method))).isTrue();
    }

    @Test
    void aReadingThatSaysItIsChunkedHasABody() {
        var request = request("GET");
        request.addHeader("Transfer-Encoding", "chunked");
        assertThat(RequestBodies.isDeclared(request)).isFalse();
    }

    /** The server parses files whatever the method is. */
    @Test
    void aReadingWithATypeHasABody() {
        var request = request("GET");
        request.setContentType("multipart/form-data; boundary=x");
        assertThat(RequestBodies.isDeclared(request)).isFalse();
    }

    private static MockHttpServletRequest request(String method) {
        return new MockHttpServletRequest(method, "/engine-rest/task");
    }
}
