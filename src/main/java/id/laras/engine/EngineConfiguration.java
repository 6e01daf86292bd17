package id.laras.engine;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every room gets from the engine: its clock, and how JSON is written. */
@Configuration
class EngineConfiguration {

    @Bean
    Clock clock(@Value("${laras.zone}") ZoneId zone) {
        return new EngineClock(zone);
    }

    /**
     * The engine's own ids hold the time to 100 nanoseconds and count up: who sees the id of one task would learn which
     * others were made with it, such as those of whoever was asked for an opinion.
     */
    @Bean
    IdGenerator randomIds() {
        return () -> UUID.randomUUID().toString();
    }

    /** Decimals travel as text: a browser's number would turn 12.50 into 12.5 and 0.1 + 0.2 into something else. */
    @Bean
    Jackson2ObjectMapperBuilderCustomizer decimalsAsText() {
        return builder -> builder.postConfigurer(mapper -> mapper.configOverride(BigDecimal.class)
                        .setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
                .featuresToEnable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    }
}
