package id.laras.assessment;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the figures of scoring from the configuration, so that the scoring itself knows no Spring. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScoringConfiguration.Scoring.class)
class ScoringConfiguration {

    @Bean
    ScoringRules scoringRules(Scoring scoring) {
        return new ScoringRules(
                scoring.cap(),
                scoring.behaviourShare(),
                scoring.behaviourShareWithPeers(),
                scoring.peerShare(),
                scoring.reasonBelow());
    }

    /** The defaults: PP 30/2019 art. 41 for the shares of behaviour, own choices for the others. */
    @ConfigurationProperties("laras.scoring")
    record Scoring(
            @DefaultValue("120") BigDecimal cap,
            @DefaultValue("0.30") BigDecimal behaviourShare,
            @DefaultValue("0.40") BigDecimal behaviourShareWithPeers,
            @DefaultValue("0.40") BigDecimal peerShare,
            @DefaultValue("70") BigDecimal reasonBelow) {}
}
