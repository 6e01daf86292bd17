package id.laras.security;

import id.laras.rules.UniqueRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What only the database can tell the second of two, in this room's words. */
@Configuration
class AccountRaces {

    @Bean
    UniqueRule oneAccountOfAName() {
        return new UniqueRule("insert into account ", "security.account.raced");
    }
}
