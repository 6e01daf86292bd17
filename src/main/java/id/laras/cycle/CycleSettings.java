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
 */
@ConfigurationProperties("laras")
public record CycleSettings(
        @DefaultValue("14") int objectionDays,
        @DefaultValue("14") int decisionDays) {

    @Configuration
    @EnableConfigurationProperties(CycleSettings.class)
    static class Registration {}
}
