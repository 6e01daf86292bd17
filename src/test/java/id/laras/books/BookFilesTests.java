package id.laras.books;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The hash tells two rule books apart whenever any file of them differs, by name or content. */
class BookFilesTests {

    @Test
    void theHashIsKnownBeforehand() {
        // printf '\0\0\0\6a.html\0\0\0\1x' | sha256sum
        assertThat(hash(Map.of("a.html", "x")))
                .isEqualTo("838ab4579842f208a4f7974dffcda42068f98de79df0c9ccd657804a435dfdd8");
    }

    @Test
    void theOrderInWhichFilesComeIsOfNoAccount() {
        var upwards = new TreeMap<>(Map.of("a", "1", "b", "2"));
        assertThat(hash(upwards)).isEqualTo(hash(upwards.descendingMap()));
    }

    @Test
    void nameAndContentAreNotTakenForOneAnother() {
        assertThat(hash(Map.of("ab", "c"))).isNotEqualTo(hash(Map.of("a", "bc")));
        assertThat(hash(Map.of("a", "1", "b", "2"))).isNotEqualTo(hash(Map.of("a", "2", "b", "1")));
    }

    private static String hash(Map<String, String> files) {
        var contents = new TreeMap<String, byte[]>();
        files.forEach((name, content) -> contents.put(name, content.getBytes(UTF_8)));
        return new BookFiles(contents).hash();
    }
}
