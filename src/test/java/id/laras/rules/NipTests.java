package id.laras.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NipTests {

    @Test
    void aSearchForDigitsIgnoresMarksAndOneForWordsKeepsThem() {
        assertThat(Nip.searched("\u00A019850101 2010")).isEqualTo("198501012010");
        assertThat(Nip.searched("Siti  Nur-Aini")).isEqualTo("Siti Nur-Aini");
        assertThat(Nip.searched("12-34"))
                .as("too short to be a NIP for certain")
                .isEqualTo("12-34");
    }

    @Test
    void whatIsNoNipStaysAsItWasTyped() {
        assertThat(Nip.of(null)).isNull();
        assertThat(Nip.of(" 1.98E+17 ")).isEqualTo("1.98E+17");
        assertThat(Nip.of("19850101 201001 1 01")).isEqualTo("19850101 201001 1 01");
    }
}
