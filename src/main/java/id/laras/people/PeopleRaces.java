package id.laras.people;

import id.laras.rules.UniqueRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What only the database can tell the second of two, in this room's words. */
@Configuration
class PeopleRaces {

    @Bean
    UniqueRule oneEmployeeOfAnAccount() {
        return new UniqueRule("uq_employee_account", "people.account.raced");
    }
}
