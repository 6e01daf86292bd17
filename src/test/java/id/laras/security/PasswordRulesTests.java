package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.rules.Refusal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One policy: long enough, short enough for bcrypt, and not among what is guessed first. */
class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules(new PasswordSettings(List.of("Kotabaru")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "aaaaaaaaaaaa",
                "abcdefghijkl",
                "123456789012",
                "qwertyuiop12",
                "P@ssw0rd1234",
                "passwordpassword",
                "correct horse battery staple",
                "abcabcabcabc",
                "qazwsxedcrfv",
                "iloveyou1234",
                "rahasia123456",
                "katasandi123",
                "bismillah123",
                "indonesia2026",
                "Jakarta20261",
                "januari2026!",
                "sayangkamu123",
                "pegawai12345",
                "laraslaras12",
                "ganti-sandi-ini",
                "laras-admin-password",
                "kotabaru2026",
                "s4y4ngk4mu123"
            })
    void whatIsGuessedFirstIsRefusedHoweverLongItIs(String password) {
        assertThat(keys(password)).containsExactly("security.account.commonPassword");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kuda hitam lari pagi",
                "kuda hitam lari",
                "3f9ac41d77b0e2",
                "payung ungu di atas gunung",
                "a password of our own"
            })
    void someWordsThatOnePersonRemembersAreFineWithoutAnyDigit(String password) {
        assertThat(keys(password)).isEmpty();
    }

    @Test
    void lengthIsCountedInCharactersFromBelowAndInBytesFromAbove() {
        assertThat(keys("k9#fQx2!mZp")).containsExactly("security.account.shortPassword");
        assertThat(keys(null)).containsExactly("security.account.shortPassword");
        assertThat(keys("k9#fQx2!mZpw")).isEmpty();
        assertThat(keys("é".repeat(37))).containsExactly("security.account.longPassword");
        assertThatThrownBy(() -> rules.check("x", "budi", null)).isInstanceOf(Refusal.class);
    }

    @Test
    void theOwnersNamesAddNothing() {
        assertThat(rules.problems("kuda-budi-kuda-hitam", "budi", null)).isNotEmpty();
        assertThat(rules.problems("zulkarnain9876", "zul77", "Zulkarnain Effendi"))
                .isNotEmpty();
        assertThat(rules.problems("EffendiZulkarnain", "zul77", "Zulkarnain Effendi"))
                .isNotEmpty();
    }

    @Test
    void aPasswordMadeToBeHardToTakeApartCostsNoMoreThanAMoment() {
        var start = System.nanoTime();
        keys("@$!1l0o3e5s7t+".repeat(5));
        keys("1qaz2wsx3edc".repeat(6));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private List<String> keys(String password) {
        return rules.problems(password, "uji77", "Orang Uji").stream()
                .map(Refusal.Problem::key)
                .toList();
    }
}
