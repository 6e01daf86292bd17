package id.laras.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.mock.http.MockHttpOutputMessage;

/** A file opens in Excel as it is meant: in columns, with its letters, without rounding, and nothing in it runs. */
class CsvTests {

    private static String file(String... cells) {
        return new String(
                new Csv<String>().column("Isi", Function.identity()).of(Arrays.asList(cells)), StandardCharsets.UTF_8);
    }

    @Test
    void itBeginsWithTheMarkOfUtf8AndSeparatesBySemicolons() {
        var bytes = new Csv<String>()
                .column("Nama", name -> name)
                .column("Huruf", String::length)
                .of(List.of("Siti; A.Md.", "Ketut \"Oka\"", "é"));
        assertThat(Arrays.copyOf(bytes, 3)).containsExactly(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFNama;Huruf\r\n\"Siti; A.Md.\";11\r\n\"Ketut \"\"Oka\"\"\";11\r\né;1\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                " =1+1",
                "\t=1+1",
                "\r=1",
                "\n=1",
                "\uFF1D1+1",
                "\u00A0=1+1"
            })
    void whatWouldRunIsText(String formula) {
        assertThat(file(formula).split("\r\n", 2)[1].replaceFirst("^\"", "")).startsWith("'");
    }

    @Test
    void digitsThatWouldBeRoundedStayAsTheyAre() {
        assertThat(file("199104172015032004")).contains("\"=\"\"199104172015032004\"\"\"");
        assertThat(file("007")).contains("\"=\"\"007\"\"\"");
        for (var code : List.of("1.10", "1.02.01", "4-02", "3/4", "2E3", "10.20.0.5")) {
            assertThat(file(code)).contains("\"=\"\"" + code + "\"\"\"");
        }
        assertThat(file("2026", "12,5", "2026-11-30", null))
                .isEqualTo("\uFEFFIsi\r\n2026\r\n12,5\r\n2026-11-30\r\n\"\"\r\n");
    }

    /** Twenty thousand long answers are never in memory together. */
    @Test
    void rowsAreReadWhileTheFileIsSent() throws IOException {
        var read = new ArrayList<Integer>();
        var rows = Rows.of(IntStream.range(0, 1_000).boxed().toList(), 100, part -> {
            read.addAll(part);
            return part;
        });
        assertThat(rows.count()).isEqualTo(1_000);
        try (var file = new Csv<Integer>().column("Isi", row -> "x".repeat(500) + row).stream(rows.each())) {
            file.readNBytes(10_000);
            assertThat(read).hasSizeLessThanOrEqualTo(100);
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8)).endsWith("x999\r\n");
        }
        assertThat(read).hasSize(1_000).doesNotHaveDuplicates();
    }

    /** Spring takes a missing value for a stream that has ended: half of the file would be sent as if it were whole. */
    @Test
    void whatFailsOnTheWayBreaksTheFileOff() {
        for (var missing : new RuntimeException[] {new NullPointerException(), new IllegalArgumentException()}) {
            var file = new Csv<Integer>()
                            .column("Isi", row -> {
                                if (row == 3) {
                                    throw missing;
                                }
                                return row;
                            })
                            .stream(List.of(1, 2, 3));
            assertThatThrownBy(() -> new ResourceHttpMessageConverter()
                            .write(
                                    new InputStreamResource(file),
                                    new MediaType("text", "csv"),
                                    new MockHttpOutputMessage()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasCause(missing);
        }
    }
}
