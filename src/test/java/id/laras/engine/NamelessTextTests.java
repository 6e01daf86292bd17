package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamelessTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "NIP 198001012005010001 twice|NIP (NIP) twice",
                "(conn=7) Duplicate entry 'budi-A'quote-1' for key 'uq_x'|(conn=7) Duplicate entry '…' for key 'uq_x'",
                "on \"PUBLIC.T(NAME) VALUES ( /* 1 */ 'Siti Aminah' )\"; SQL|on \"PUBLIC.T(NAME) VALUES (…)\"; SQL",
                "Incorrect string value: 'Siti' for column|Incorrect string value: '…' for column",
                "sent to siti.aminah@dinas.contoh.go.id today|sent to (e-mail) today",
                "Connection@3d2ce69a 1234567890123456789|Connection@3d2ce69a 1234567890123456789"
            })
    void whatNamesAPersonIsTakenOut(String line, String written) {
        assertThat(NamelessText.of(line)).isEqualTo(written);
    }

    @Test
    void whatACallerWroteIsNoLineOfItsOwn() {
        assertThat(written("id.laras.security.RefusedLogin", "failed: x\r\n2026-01-01 INFO admin was let in"))
                .isEqualTo("failed: x\\r\\n2026-01-01 INFO admin was let in");
        assertThat(written("org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "one\ntwo"))
                .isEqualTo("one\ntwo");
    }

    private static String written(String logger, String message) {
        var event = new LoggingEvent();
        event.setLoggerName(logger);
        event.setMessage(message);
        return new MaskedMessage().convert(event);
    }
}
