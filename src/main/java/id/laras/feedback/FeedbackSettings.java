package id.laras.feedback;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many are asked, and how many must answer before anything is told.
 *
 * @param peers              peers asked per employee
 * @param subordinates       subordinates asked per employee
 * @param minimumRespondents answers below which nothing of them is told
 */
@ConfigurationProperties("laras.feedback")
public record FeedbackSettings(
        @DefaultValue("2") int peers,
        @DefaultValue("2") int subordinates,
        @DefaultValue("3") int minimumRespondents) {

    public FeedbackSettings {
        if (peers < 0 || subordinates < 0) {
            throw new IllegalArgumentException("laras.feedback: peers and subordinates are 0 or more");
        }
        if (minimumRespondents < 2) {
            throw new IllegalArgumentException(
                    "laras.feedback.minimum-respondents is at least 2: one answer alone is never anonymous");
        }
    }

    /** Who must exist for anybody to be asked; 0 where the agency asks nobody. */
    int required() {
        return peers + subordinates == 0 ? 0 : minimumRespondents;
    }
}
