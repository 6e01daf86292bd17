package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Bodies are small, and who sends them is known before they are read. A raw socket: it can promise and never send. */
@LarasTest
class RequestBodyTests {

    private static final int PATIENCE = 10_000;

    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/camunda/api/engine/engine/default/task",
                "/api/tasks/x/draft",
                "/login",
                "/no-such-path"
            })
    void aLargeBodyIsRefusedBeforeAnyOfItIsSent(String path) throws IOException {
        assertThat(promise(path, "application/json", "Content-Length: 60000000"))
                .startsWith("HTTP/1.1 413");
        assertThat(promise(path, "application/x-www-form-urlencoded", "Content-Length: 1048577"))
                .startsWith("HTTP/1.1 413");
        assertThat(promise(path, "multipart/form-data; boundary=x", "Content-Length: 1048577"))
                .startsWith("HTTP/1.1 413");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/engine-rest/deployment/create"})
    void aFormSaysHowLongItIs(String path) throws IOException {
        assertThat(promise(path, "application/x-www-form-urlencoded", "Transfer-Encoding: chunked"))
                .startsWith("HTTP/1.1 411");
        assertThat(promise(path, "multipart/form-data; boundary=x", "Transfer-Encoding: chunked"))
                .startsWith("HTTP/1.1 411");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hr/people", "/api/hr/imports", "/api/evaluations/x/files"})
    void nothingOfAStrangersUploadIsRead(String path) throws IOException {
        assertThat(promise(path, "multipart/form-data; boundary=x", "Content-Length: 40000000"))
                .containsPattern("^HTTP/1.1 (302|401)");
        assertThat(promise(path, "multipart/form-data; boundary=x", "Transfer-Encoding: chunked"))
                .containsPattern("^HTTP/1.1 (302|401)");
        assertThat(promise(
                        path,
                        "multipart/form-data; boundary=x",
                        "Content-Length: 40000000\r\nAuthorization: Bearer laras_wrong"))
                .containsPattern("^HTTP/1.1 (302|401)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hr/people", "/api/hr/imports"})
    void nothingIsReadOfWhomTheDoorIsClosedTo(String path) throws IOException {
        var staff = HttpPerson.loggedIn(port, people.account("besar-staf"));
        var session = "Cookie: LARAS-SESSION=" + staff.cookie("LARAS-SESSION").orElseThrow();
        assertThat(promise(path, "multipart/form-data; boundary=x", "Content-Length: 40000000\r\n" + session))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void whatDoesNotSayHowLongItIsIsCounted() throws IOException {
        var machine = "Authorization: Basic "
                + java.util.Base64.getEncoder()
                        .encodeToString((people.account("besar-mesin") + ":" + TestPeople.PASSWORD)
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(chunks("/engine-rest/task", machine, 64)).startsWith("HTTP/1.1 413");
        assertThat(chunks("/engine-rest/task", "X-Nobody: 1", 64)).startsWith("HTTP/1.1 401");
    }

    @Test
    void everyPlaceForFilesIsKnown() {
        var places = handlers.getHandlerMethods().entrySet().stream()
                .filter(entry -> Arrays.stream(entry.getValue().getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class
                                || parameter
                                        .getGenericParameterType()
                                        .getTypeName()
                                        .contains("Multipart")))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .map(path -> path.replaceAll("\\{[^}]+}", "*"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(places).containsExactlyElementsOf(new TreeSet<>(RequestBodies.UPLOADS));
    }

    @Test
    void questionsToTheEngineAreBoundedAtBothDoors() {
        var person = HttpPerson.loggedIn(port, people.account("besar-staf"));
        var machine = HttpPerson.machine(port, people.account("besar-mesin"));
        var ids = String.join(",", Collections.nCopies(1_001, "\"a\""));
        for (var question : new String[] {
            "{\"processInstanceBusinessKeyIn\":[" + ids + "]}", "[".repeat(50_000), "{\"orQueries\":" + "[".repeat(30)
        }) {
            var webapp = person.post("/camunda/api/engine/engine/default/task", question);
            assertThat(webapp.statusCode()).isEqualTo(400);
            assertThat(HttpPerson.parse(webapp.body()).path("message").asText()).isNotBlank();
            assertThat(machine.post("/engine-rest/task", question).statusCode()).isEqualTo(400);
        }
        assertThat(machine.get("/engine-rest/task?maxResults=2001").statusCode())
                .isEqualTo(400);
        assertThat(machine.get("/engine-rest/task?assignee=x&maxResults=2000").statusCode())
                .isEqualTo(200);
        assertThat(machine.get("/engine-rest/task?assignee=x").statusCode()).isEqualTo(200);
        assertThat(machine.post(
                                "/engine-rest/task",
                                "{\"assignee\":\"x\",\"sorting\":[{\"sortBy\":\"name\",\"sortOrder\":\"asc\"}]}")
                        .statusCode())
                .isEqualTo(200);
    }

    /** Headers of a POST, and nothing behind them. */
    private String promise(String path, String type, String length) throws IOException {
        try (var socket = connect()) {
            head(socket, path, "Content-Type: " + type + "\r\n" + length);
            return firstLine(socket);
        }
    }

    /** Sends pieces of 64 KB until the server answers or has had enough. */
    private String chunks(String path, String header, int most) throws IOException {
        try (var socket = connect()) {
            head(socket, path, "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n" + header);
            var piece = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            try {
                for (var i = 0; i < most && socket.getInputStream().available() == 0; i++) {
                    socket.getOutputStream().write(piece);
                }
            } catch (SocketException hungUp) {
                // the answer lies there already
            }
            return firstLine(socket);
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket("localhost", port);
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static void head(Socket socket, String path, String headers) throws IOException {
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
