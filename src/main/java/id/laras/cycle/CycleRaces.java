package id.laras.cycle;

import id.laras.rules.UniqueRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What only the database can tell the second of two, in this room's words. */
@Configuration
class CycleRaces {

    @Bean
    UniqueRule oneCycleOfAName() {
        return new UniqueRule("uq_cycle_name", "cycle.name.raced");
    }

    @Bean
    UniqueRule oneEvaluationThatCounts() {
        return new UniqueRule("uq_evaluation_standing", "cycle.reopen.twice");
    }
}
