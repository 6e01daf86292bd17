package id.laras.engine;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The message of a log line without what names a person. Made by Logback, by its name. */
public final class MaskedMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return NamelessText.of(super.convert(event));
    }
}
