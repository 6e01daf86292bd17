package id.laras.directories;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import id.laras.HttpPerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

/** A real Keycloak with the realm of {@code directories/laras-realm.json}; starts when somebody first waits for it. */
public final class Keycloak {

    private static final Path UNPACKED = Path.of("target", "keycloak");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path LOG = Path.of("target", "keycloak.log");
    private static final String ADMIN = "pengelola-uji";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final int port;
    private Process server;

    Keycloak() {
        try {
            port = Servers.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() {
        try {
            var home = home();
            var imported = Files.createDirectories(home.resolve("data/import"));
            try (var realm = Keycloak.class.getResourceAsStream("/directories/laras-realm.json")) {
                Files.copy(realm, imported.resolve("laras-realm.json"), StandardCopyOption.REPLACE_EXISTING);
            }
            // timeout: should this JVM be killed, Keycloak does not stay for ever
            var start = new ProcessBuilder(
                    "timeout",
                    "900",
                    "sh",
                    home.resolve("bin/kc.sh").toString(),
                    "start-dev",
                    "--import-realm",
                    "--db=dev-mem",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port);
            start.environment()
                    .putAll(Map.of(
                            "JAVA_OPTS",
                            "-Xms128m -Xmx384m -XX:MaxMetaspaceSize=256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
                                    + " -Dfile.encoding=UTF-8",
                            "KC_BOOTSTRAP_ADMIN_USERNAME",
                            ADMIN,
                            "KC_BOOTSTRAP_ADMIN_PASSWORD",
                            ADMIN));
            server =
                    start.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
            Servers.endWithUs(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home() throws IOException {
        if (!Files.isDirectory(UNPACKED)) {
            throw new IllegalStateException(
                    "Keycloak is not in " + UNPACKED + "; Maven unpacks it there before the tests");
        }
        try (var versions = Files.list(UNPACKED)) {
            return versions.filter(folder -> Files.isRegularFile(folder.resolve("bin/kc.sh")))
                    .sorted()
                    .reduce((older, newer) -> newer)
                    .orElseThrow(() -> new IllegalStateException("No Keycloak in " + UNPACKED))
                    .toAbsolutePath();
        }
    }

    String issuer() {
        return "http://localhost:" + port + "/realms/laras";
    }

    public void awaitReady() {
        if (server == null) {
            start();
        }
        Servers.await(server, LOG, PATIENCE, () -> {
            try {
                return send(request(issuer() + "/.well-known/openid-configuration")
                                        .GET())
                                .statusCode()
                        == 200;
            } catch (UncheckedIOException e) {
                return false;
            }
        });
    }

    public void leave(String person, String group) {
        var token = post(
                        "/realms/master/protocol/openid-connect/token",
                        "grant_type=password&client_id=admin-cli&username=" + ADMIN + "&password=" + ADMIN)
                .get("access_token")
                .asText();
        var user = first(get("/admin/realms/laras/users?exact=true&username=" + person, token), "username", person);
        var groups = get("/admin/realms/laras/users/" + user + "/groups", token);
        var answer = send(request("http://localhost:" + port + "/admin/realms/laras/users/" + user + "/groups/"
                        + first(groups, "name", group))
                .header("Authorization", "Bearer " + token)
                .DELETE());
        if (answer.statusCode() != 204) {
            throw new IllegalStateException("Keycloak: " + answer.statusCode() + " " + answer.body());
        }
    }

    private static String first(JsonNode list, String field, String value) {
        for (var each : list) {
            if (value.equals(each.get(field).asText())) {
                return each.get("id").asText();
            }
        }
        throw new IllegalStateException("No " + value + " in " + list);
    }

    private JsonNode get(String path, String token) {
        return HttpPerson.parse(send(request("http://localhost:" + port + path)
                        .header("Authorization", "Bearer " + token)
                        .GET())
                .body());
    }

    private JsonNode post(String path, String form) {
        return HttpPerson.parse(send(request("http://localhost:" + port + path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form, UTF_8)))
                .body());
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
