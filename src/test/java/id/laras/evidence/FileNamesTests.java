package id.laras.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "laporan Maret.pdf       | laporan Maret.pdf",
                "../../etc/passwd.pdf    | passwd.pdf",
                "C:\\Users\\x\\a.pdf     | a.pdf",
                "..pdf                   | pdf",
                "a\"; filename=b.exe.pdf | a__ filename=b.exe.pdf",
                "$(rm -rf).pdf           | _(rm -rf).pdf",
                "Évaluation ñ.pdf        | Évaluation ñ.pdf"
            })
    void aNameLosesFoldersAndWhatShellsTreatSpecially(String original, String clean) {
        assertThat(FileNames.clean(original)).isEqualTo(clean);
    }

    @Test
    void charactersThatTurnTheNameRoundOrEndALineAreDropped() {
        assertThat(FileNames.clean("gaji\u202Efdp.exe\r\n.pdf\0")).isEqualTo("gajifdp.exe.pdf");
    }

    @Test
    void aNameWithoutAnythingLeftGetsOne() {
        assertThat(FileNames.clean(null)).isEqualTo("berkas");
        assertThat(FileNames.clean(" ../.. ")).isEqualTo("berkas");
    }

    @Test
    void aLongNameIsCutBeforeItsEnding() {
        assertThat(FileNames.clean("x".repeat(500) + ".pdf")).hasSize(120).endsWith("x.pdf");
    }
}
