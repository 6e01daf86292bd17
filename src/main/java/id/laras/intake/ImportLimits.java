package id.laras.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * How big an import may be, under {@code laras.import.*}.
 *
 * @param fileSize     bytes of one file as it is uploaded; {@code spring.servlet.multipart} must allow as much
 * @param unpackedSize bytes of an XLSX file when it is unpacked
 * @param rows         rows of one file, the header not counted
 * @param keptFor      how long a preview may be applied
 */
@ConfigurationProperties("laras.import")
public record ImportLimits(
        @DefaultValue("20MB") DataSize fileSize,
        @DefaultValue("100MB") DataSize unpackedSize,
        @DefaultValue("50000") int rows,
        @DefaultValue("30m") Duration keptFor) {

    /** Columns of one file, those that nobody asks for included. */
    static final int COLUMNS = 50;

    /** Characters of one cell. */
    static final int CELL = 2_000;

    @Configuration
    @EnableConfigurationProperties(ImportLimits.class)
    static class Registration {}
}
