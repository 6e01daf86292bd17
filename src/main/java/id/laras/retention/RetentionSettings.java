package id.laras.retention;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * How long what is kept, under {@code laras.retention.*}. The figures are M (docs/adr/0049): an agency sets its own.
 *
 * @param audit       what the audit needs; nothing is erased before
 * @param evaluations after the end of the cycle and the last step in it
 * @param people      after the last day of service
 */
@ConfigurationProperties("laras.retention")
public record RetentionSettings(
        @DefaultValue("P5Y") Period audit,
        @DefaultValue("P5Y") Period evaluations,
        @DefaultValue("P5Y") Period people) {

    /** @throws IllegalArgumentException when something would be erased before the audit is done with it */
    public RetentionSettings {
        var day = LocalDate.EPOCH;
        for (var period : new Period[] {evaluations, people}) {
            if (day.plus(period).isBefore(day.plus(audit))) {
                throw new IllegalArgumentException(
                        "laras.retention: " + period + " is shorter than the audit's " + audit);
            }
        }
    }

    @Configuration
    @EnableConfigurationProperties(RetentionSettings.class)
    static class Registration {}
}
