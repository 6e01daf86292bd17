package id.laras.feedback;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes the room's settings known. */
@Configuration
@EnableConfigurationProperties(FeedbackSettings.class)
class FeedbackConfiguration {}
