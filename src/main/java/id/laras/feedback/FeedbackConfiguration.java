package id.laras.feedback;

import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the room's settings known, and how it draws lots. */
@Configuration
@EnableConfigurationProperties(FeedbackSettings.class)
class FeedbackConfiguration {

    @Bean
    RespondentChoice respondentChoice(FeedbackSettings settings) {
        return new RespondentChoice(settings, new SecureRandom());
    }
}
