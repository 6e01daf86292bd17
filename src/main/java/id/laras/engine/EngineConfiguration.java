package id.laras.engine;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer;
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

    /** Documents that stand in columns are written as everything else (docs/adr/0119-documents-in-columns-have-one-mapping.md). */
    @Bean
    HibernatePropertiesCustomizer jsonColumns(ObjectMapper json) {
        return properties -> properties.put(MappingSettings.JSON_FORMAT_MAPPER, new JacksonJsonFormatMapper(json));
    }
}
