package id.laras.engine;

import ch.qos.logback.classic.spi.IThrowableProxy;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** The stack below a log line without what names a person. Made by Logback, by its name. */
public final class MaskedThrowable extends ExtendedWhitespaceThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return NamelessText.of(super.throwableProxyToString(thrown));
    }
}
