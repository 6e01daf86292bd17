package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/evaluations/4f1c2a0e-9d3b-4a55-8a41-2f0b5f1f6c11",
                "/camunda/app/tasklist/default/",
                "/engine-rest/process-definition/Evaluation:1:a1",
                "/engine-rest/process-definition/Evaluation%3A1%3Aa1",
                "/laras/elements.js",
                "/admin/accounts/b%C3%BCdi@contoh.go.id",
                "/api/files/laporan%20triwulan.pdf",
                "/a/..b/c.."
            })
    void aPathAsBrowsersWriteItIsTaken(String path) {
        assertThat(PlainPaths.isPlain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//login",
                "/engine-rest//task",
                "/engine-rest/task//",
                "/%65ngine-rest/task",
                "/engine-rest/%74ask",
                "/engine-rest/task%2Fcount",
                "/engine-rest/task%2fcount",
                "/engine-rest/task%5Ccount",
                "/engine-rest/task;x",
                "/engine-rest;x/task",
                "/engine-rest/task%3Bx",
                "/engine-rest/./task",
                "/engine-rest/x/../task",
                "/engine-rest/x/%2e%2E/task",
                "/engine-rest/task%00",
                "/engine-rest/task%0A",
                "/engine-rest/%2574ask",
                "/engine-rest/a%2Db",
                "/engine-rest/a%7e",
                "/engine-rest/a%",
                "/engine-rest/a%4",
                "",
                "login"
            })
    void everyOtherSpellingIsRefused(String path) {
        assertThat(PlainPaths.isPlain(path)).isFalse();
    }

    /** Whoever writes the longest path that the server reads must not fill the stack, and the log with it. */
    @Test
    void aLongPathIsReadAsAShortOne() {
        for (var piece : List.of("a", "/a", "%C3%A4")) {
            var path = "/" + "a" + piece.repeat(8_000 / piece.length());
            assertThat(PlainPaths.isPlain(path)).as(piece).isTrue();
            assertThat(PlainPaths.isPlain(path + "//")).as(piece).isFalse();
        }
    }
}
