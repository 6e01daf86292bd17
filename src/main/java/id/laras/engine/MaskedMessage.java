package id.laras.engine;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * The message of a log line without what names a person, and in one line: what a caller wrote may stand in it, and must not
 * look like a line of ours. Made by Logback, by its name.
 */
public final class MaskedMessage extends MessageConverter {

    /** Tells of the start in many lines, and nobody outside has a word in it. */
    private static final String REPORTS = "org.springframework.boot.";

    @Override
    public String convert(ILoggingEvent event) {
        var text = NamelessText.of(super.convert(event));
        return text == null || event.getLoggerName().startsWith(REPORTS)
                ? text
                : text.replace("\r", "\\r").replace("\n", "\\n");
    }
}
