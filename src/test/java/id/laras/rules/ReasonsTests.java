package id.laras.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "-", "...", "ok", "aaaaaaaaaa", "abababab", "A a a A a", "12345678", "😀😀😀😀😀", "b. c."})
    void whatTellsNothingIsNoReason(String text) {
        assertThat(Reasons.empty(text)).isTrue();
        assertThatThrownBy(() -> Reasons.required(text, "x.missing")).hasMessage("common.reason.empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pensiun", "Baik", "Sesuai rencana.", "Turun 12 %", "Выбыл из службы"})
    void fewWordsAreEnough(String text) {
        assertThat(Reasons.empty(text)).isFalse();
        assertThat(Reasons.required("  " + text + "\n", "x.missing")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t"})
    void nothingIsMissingAndNotEmpty(String text) {
        assertThat(Reasons.empty(text)).isFalse();
        assertThatThrownBy(() -> Reasons.required(text, "x.missing")).hasMessage("x.missing");
    }

    @Test
    void noTextAtAllIsMissing() {
        assertThatThrownBy(() -> Reasons.required(null, "x.missing")).hasMessage("x.missing");
    }
}
