package id.laras.cycle;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * What an agency may set for its cycles, under {@code laras.*}.
 *
 * @param objectionDays   calendar days in which the employee may object (PP 30/2019 art. 59)
 * @param decisionDays    calendar days for the decision; the law sets none
 * @param handOverDays    calendar days for the note of a former assessor; then it is no longer asked for
 * @param proRata         how targets of quantity that were agreed for a longer period are shared out; a guess where no rule is known
 */
@ConfigurationProperties("laras")
public record CycleSettings(
        @DefaultValue("14") int objectionDays,
        @DefaultValue("14") int decisionDays,
        @DefaultValue("14") int handOverDays,
        @DefaultValue("DAYS") Measure proRata) {

    @Configuration
    @EnableConfigurationProperties(CycleSettings.class)
    static class Registration {}
}
