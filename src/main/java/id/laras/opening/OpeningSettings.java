package id.laras.opening;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * How fast an agency opens, under {@code laras.*}.
 *
 * @param openingThreads how many batches are opened at the same time
 * @param openingBatch   evaluations per transaction
 */
@ConfigurationProperties("laras")
record OpeningSettings(
        @DefaultValue("4") int openingThreads,
        @DefaultValue("50") int openingBatch) {

    @Configuration
    @EnableConfigurationProperties(OpeningSettings.class)
    static class Registration {}
}
