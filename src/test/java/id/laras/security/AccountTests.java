package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountTests {

    @Test
    void whatAFormOrADirectoryCallsSomebodyIsKeptAsOneSeesIt() {
        var account = new Account("dewi");
        account.describe("\u00A0Dewi\u200B\u2003 Kartika ", "dewi@kota.go.id\u00A0");

        assertThat(account.displayName()).isEqualTo("Dewi Kartika");
        assertThat(account.email()).isEqualTo("dewi@kota.go.id");

        account.describe(null, null);
        assertThat(account.displayName()).isNull();
    }
}
