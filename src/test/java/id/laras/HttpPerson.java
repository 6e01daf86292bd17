package id.laras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who talks HTTP to the running application, as a browser would: with cookies and the tokens of both houses. */
public final class HttpPerson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final AtomicInteger SENT = new AtomicInteger();

    /** Of everybody: one for each would have its own threads, and half of the work would be theirs. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Runnable::run)
            .build();

    private final String root;
    private final CookieManager cookies = new CookieManager();
    private String authorization;
    private String origin;
    private String language;
    private boolean tokens = true;
    private boolean agrees = true;

    private HttpPerson(int port) {
        this.root = "http://localhost:" + port;
    }

    public static HttpPerson stranger(int port) {
        return new HttpPerson(port);
    }

    /** Logged in with the form. */
    public static HttpPerson loggedIn(int port, String account) {
        var person = new HttpPerson(port);
        person.get("/login");
        var answer = person.form("/login", "username=" + account + "&password=" + encoded(TestPeople.PASSWORD));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new IllegalStateException(account + " cannot log in");
        }
        person.get("/camunda/app/tasklist/default/");
        return person;
    }

    /** Sends name and password with every call. */
    public static HttpPerson machine(int port, String account) {
        var person = new HttpPerson(port);
        person.authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString((account + ":" + TestPeople.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return person;
    }

    /** Sends this token with every call, besides the cookies that the person may have. */
    public HttpPerson bearing(String token) {
        authorization = "Bearer " + token;
        return this;
    }

    /** Sends files as a program whose system speaks this language. */
    public HttpPerson speaking(String language) {
        this.language = language;
        return this;
    }

    /** Goes on without the tokens that stop other sites from using the session. */
    public HttpPerson withoutTokens() {
        tokens = false;
        return this;
    }

    /** Goes on like a browser without scripts, in which nobody was asked before a form is sent. */
    public HttpPerson withoutScripts() {
        agrees = false;
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Asks as a script of this origin can make a browser do. */
    public HttpResponse<String> from(String origin, String path) {
        return send(request(path).setHeader("Origin", origin).GET());
    }

    /** As a browser asks for what it will show. */
    public HttpResponse<String> page(String path) {
        return send(request(path).setHeader("Accept", "text/html").GET());
    }

    public JsonNode json(String path) {
        return parse(get(path).body());
    }

    public HttpResponse<String> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** JSON in any letters. */
    public HttpResponse<String> post(String path, byte[] json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(json)));
    }

    public HttpResponse<String> put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    /** Any other method, e.g. OPTIONS, without a body. */
    public HttpResponse<String> method(String verb, String path) {
        return send(request(path).method(verb, BodyPublishers.noBody()));
    }

    /** Sends a form to which the person has agreed, where it asks. */
    public HttpResponse<String> form(String path, String fields) {
        var sent = !agrees ? fields : fields + (fields.isEmpty() ? "" : "&") + "_agreed=yes";
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(sent)));
    }

    public HttpResponse<String> multipart(String path, String name, String fileName, String content) {
        return multipart(path, Map.of(), name, Map.of(fileName, content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Fields, and files by their names, as a modelling tool or a form sends them; each file in a field of its name or of the given one. */
    public HttpResponse<String> multipart(
            String path, Map<String, String> fields, String fileField, Map<String, byte[]> files) {
        var boundary = "laras-test-parts";
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, content) -> {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                            + (fileField == null ? name : fileField) + "\"; filename=\"" + name
                            + "\"\r\nContent-Type: text/xml\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var request = request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary);
        if (language != null) {
            request.setHeader("Accept-Language", language);
        }
        if (origin != null) {
            request.setHeader("Origin", origin);
        }
        return send(request.POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Goes on as a page of this origin, in what it uploads. */
    public HttpPerson of(String origin) {
        this.origin = origin;
        return this;
    }

    /** How many requests everybody together has sent. */
    static int sent() {
        return SENT.get();
    }

    /** What a browser needs to go on as this person. */
    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    public Optional<String> cookie(String name) {
        return cookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("No JSON: " + json, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        var address = URI.create(root + path);
        var request = HttpRequest.newBuilder(address).header("Accept", "*/*");
        remembered(address).forEach(cookie -> request.header("Cookie", cookie));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (tokens) {
            cookie("LARAS-CSRF").ifPresent(token -> request.header("X-Laras-CSRF", token));
            cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        }
        return request;
    }

    private List<String> remembered(URI address) {
        try {
            return cookies.get(address, Map.of()).getOrDefault("Cookie", List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        SENT.incrementAndGet();
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            cookies.put(answer.uri(), answer.headers().map());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
