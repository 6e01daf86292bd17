package id.laras.succession;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * What an agency may set for people who come and go, under {@code laras.*}.
 *
 * @param handOverDays calendar days for the note of a former assessor; then it is no longer asked for
 * @param proRata      how targets of quantity that were agreed for a longer period are shared out; a guess where no rule is known
 */
@ConfigurationProperties("laras")
record SuccessionSettings(
        @DefaultValue("14") int handOverDays,
        @DefaultValue("DAYS") Measure proRata) {

    @Configuration
    @EnableConfigurationProperties(SuccessionSettings.class)
    static class Registration {}
}
