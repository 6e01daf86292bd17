package id.laras.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "-",
                ".",
                "...",
                "xx",
                "ok",
                "aaaaaaaaaa",
                "abababab",
                "A a a A a",
                "aáàâãä",
                "ａａaaＡ",
                "x\u00a0x\u00a0x\u00a0x",
                "12345678",
                "😀😀😀😀😀",
                "👍🏽🙏🎉✅",
                "b. c.",
                "asdf",
                "asdfgh",
                "ASDFASDF",
                "a s d f",
                "asd asd",
                "qwerty",
                "zxcv",
                "lkjh",
                "abcd",
                "qwe-asd-zxc"
            })
    void whatTellsNothingIsNoReason(String text) {
        assertThat(Reasons.empty(text)).isTrue();
        assertThatThrownBy(() -> Reasons.required(text, "x.missing")).hasMessage("common.reason.empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pensiun",
                "Baik",
                "Sesuai rencana.",
                "Turun 12 %",
                "Выбыл из службы",
                "Kasus asdf",
                "Sudah cukup",
                "Asas tugas",
                "Were away"
            })
    void fewWordsAreEnough(String text) {
        assertThat(Reasons.empty(text)).isFalse();
        assertThat(Reasons.required("  " + text + "\n", "x.missing")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "\u00a0\u00a0", "\u200b\u2060\ufeff", "\u3000 \u2003"})
    void nothingIsMissingAndNotEmpty(String text) {
        assertThat(Reasons.empty(text)).isFalse();
        assertThatThrownBy(() -> Reasons.required(text, "x.missing")).hasMessage("x.missing");
    }

    @Test
    void noTextAtAllIsMissing() {
        assertThatThrownBy(() -> Reasons.required(null, "x.missing")).hasMessage("x.missing");
    }

    /** Java's own {@code isBlank} takes a blank that does not break for text. */
    @Test
    void noPhaseSeesByItselfWhetherAPersonWroteSomething() throws IOException {
        var byThemselves = new TreeSet<String>();
        for (var phase : List.of(
                "target",
                "evidence",
                "feedback",
                "assessment",
                "objection",
                "calibration",
                "followup",
                "cycle",
                "opening",
                "succession")) {
            try (var files = Files.walk(Path.of("src/main/java/id/laras").resolve(phase))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    if (Files.readString(file).contains(".isBlank()")) {
                        byThemselves.add(file.getFileName().toString());
                    }
                }
            }
        }
        assertThat(byThemselves)
                .as("ids and cells of a decision table are no texts of people")
                .containsExactlyInAnyOrder("EvaluationId.java", "GuideRow.java", "ProposeFollowUpDelegate.java");
    }

    @Test
    void aReasonEndsSomewhere() {
        var longest = "Alasan. ".repeat(Reasons.LONGEST / 8);
        assertThat(Reasons.required(longest, "missing")).isEqualTo(longest.strip());
        assertThatThrownBy(() -> Reasons.required(longest + "!", "missing")).hasMessage("common.reason.long");
    }
}
