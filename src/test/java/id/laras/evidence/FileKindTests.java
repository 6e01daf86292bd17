package id.laras.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FileKindTests {

    @Test
    void whatIsWhatItSaysItIsIsAccepted() {
        assertThat(FileKind.of("a.pdf", Uploads.PDF)).contains(FileKind.PDF);
        assertThat(FileKind.of("a.b.PNG", Uploads.PNG)).contains(FileKind.PNG);
        assertThat(FileKind.of("a.jpg", Uploads.JPG)).contains(FileKind.JPG);
        assertThat(FileKind.of("a.jpeg", Uploads.JPG)).contains(FileKind.JPG);
        assertThat(FileKind.of("a.docx", Uploads.DOCX)).contains(FileKind.DOCX);
        assertThat(FileKind.of("a.xlsx", Uploads.XLSX)).contains(FileKind.XLSX);
    }

    @Test
    void aRenamedProgramOrPageIsRefused() {
        for (var name : new String[] {"a.pdf", "a.png", "a.jpg", "a.docx", "a.xlsx"}) {
            assertThat(FileKind.of(name, Uploads.PROGRAM)).isEmpty();
            assertThat(FileKind.of(name, Uploads.HTML)).isEmpty();
        }
    }

    @Test
    void aKindThatMayNotBeUploadedIsRefusedWhateverIsInIt() {
        for (var name : new String[] {"a.exe", "a.html", "a.svg", "a.zip", "a.docm", "pdf", "a.pdf.exe", "a.", ""}) {
            assertThat(FileKind.of(name, Uploads.PDF)).isEmpty();
            assertThat(FileKind.of(name, Uploads.DOCX)).isEmpty();
        }
    }

    @Test
    void oneKindUnderTheNameOfAnotherIsRefused() {
        assertThat(FileKind.of("a.png", Uploads.JPG)).isEmpty();
        assertThat(FileKind.of("a.docx", Uploads.XLSX)).isEmpty();
        assertThat(FileKind.of("a.xlsx", Uploads.zip("[Content_Types].xml", "payload.exe")))
                .isEmpty();
    }

    @Test
    void aDocumentWithMacrosIsRefused() {
        assertThat(FileKind.of("a.docx", Uploads.DOCX_WITH_MACRO)).isEmpty();
    }

    @Test
    void aProgramInFrontOfADocumentIsRefused() {
        var both = Arrays.copyOf(Uploads.PROGRAM, Uploads.PROGRAM.length + Uploads.DOCX.length);
        System.arraycopy(Uploads.DOCX, 0, both, Uploads.PROGRAM.length, Uploads.DOCX.length);
        assertThat(FileKind.of("a.docx", both)).isEmpty();
    }

    @Test
    void aDirectoryThatCountsTooFewHidesNoMacro() {
        var forged = Uploads.DOCX_WITH_MACRO.clone();
        var end = forged.length - 22;
        forged[end + 8] = forged[end + 10] = 2;
        assertThat(FileKind.of("a.docx", forged)).isEmpty();
    }

    @Test
    void aTruncatedDocumentIsRefusedAndAForgedDirectoryDoesNoHarm() {
        for (int length = 0; length < Uploads.DOCX.length; length++) {
            assertThat(FileKind.of("a.docx", Arrays.copyOf(Uploads.DOCX, length)))
                    .isEmpty();
        }
        for (int at = Uploads.DOCX.length - 22; at < Uploads.DOCX.length; at++) {
            var forged = Uploads.DOCX.clone();
            forged[at] = (byte) 0xFF;
            FileKind.of("a.docx", forged);
        }
    }

    @Test
    void anEmptyFileIsNoKindAtAll() {
        assertThat(FileKind.of("a.pdf", new byte[0])).isEmpty();
    }
}
