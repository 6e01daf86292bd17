package id.laras.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceLinkTests {

    @ParameterizedTest
    @ValueSource(strings = {"https://drive.example.go.id/a?b=c#d", "http://10.0.0.1/x", "HTTPS://EXAMPLE.ID"})
    void anAddressOnTheWebIsAccepted(String link) {
        assertThat(EvidenceService.isWebAddress(link)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,<script>",
                "file:///etc/passwd",
                "ftp://x/y",
                "//x/y",
                "/x",
                "https:",
                "https:///x",
                "https://bkn.go.id@jahat.example/x",
                "lihat di lemari",
                "https://x y"
            })
    void whatCouldRunOrMisleadIsRefused(String link) {
        assertThat(EvidenceService.isWebAddress(link)).isFalse();
    }

    @Test
    void anAddressOfMoreThan2000CharactersIsRefused() {
        assertThat(EvidenceService.isWebAddress("https://x.id/" + "a".repeat(2000)))
                .isFalse();
    }
}
