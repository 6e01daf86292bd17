package id.laras.evidence.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.evidence.FileService;
import id.laras.rules.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

/** Whoever hands in many files at once must not fill the memory: the process ends without any. */
class LargeFileTests {

    @Test
    void aFileThatIsTooLargeIsNotReadIntoMemory() {
        var unread = new MockMultipartFile("file", "laporan.pdf", "application/pdf", new byte[0]) {
            @Override
            public long getSize() {
                return FileService.LARGEST + 1L;
            }

            @Override
            public byte[] getBytes() {
                throw new AssertionError("It was read");
            }
        };
        assertThatThrownBy(() -> new FileApiController(null, null).upload("anybodys", unread))
                .isInstanceOf(Refusal.class)
                .hasMessage("evidence.file.large");
    }
}
