package id.laras.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form leads back to its list as it was shown, and nowhere else. */
class WayBackTests {

    private static final String PATH = "/admin/accounts";

    @Test
    void theListComesBackAsItWas() {
        var back = PATH + "?search=Budi+%26+Ani&order=name&down=true&page=3&moves=2";
        assertThat(WayBack.asked(PATH, back))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("search", "Budi & Ani", "order", "name", "down", "true", "page", "3", "moves", "2"));
        assertThat(WayBack.to(PATH, back)).isEqualTo(back);
        assertThat(WayBack.to(PATH, PATH)).isEqualTo(PATH);
    }

    @Test
    void aFileIsNoPage() {
        assertThat(WayBack.to(PATH, PATH + "?search=x&export=csv&tooLong=csv&_back=/x"))
                .isEqualTo(PATH + "?search=x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/admin/accounts?search=x",
                "//example.com?search=x",
                "/admin/accountsx?search=x",
                "/admin/accounts/../../x?search=x",
                "/admin/accounts?search=%zz",
                "/admin/accounts#x",
                ""
            })
    void whateverIsSentTheWayLeadsToThePathOfThePage(String back) {
        assertThat(WayBack.to(PATH, back)).isEqualTo(PATH);
    }

    @Test
    void whatWouldBreakOutOfAHeaderIsEncoded() {
        assertThat(WayBack.to(PATH, PATH + "?search=a%0d%0aSet-Cookie:x&{name}=%7Bname%7D"))
                .isEqualTo(PATH + "?search=a%0D%0ASet-Cookie%3Ax&%7Bname%7D=%7Bname%7D");
        assertThat(WayBack.asked(PATH, PATH + "?search=" + "x".repeat(2_000))).isEmpty();
        assertThat(WayBack.asked(PATH, null)).isEmpty();
    }
}
