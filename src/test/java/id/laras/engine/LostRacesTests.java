package id.laras.engine;

import static id.laras.Races.whileUncommitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.cycle.CycleService;
import id.laras.cycle.Wish;
import id.laras.rules.Refusal;
import id.laras.security.AccountService;
import id.laras.security.Actor;
import id.laras.security.Role;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Whoever loses a race for a name or a place reads a sentence, whichever service it was. */
@LarasTest
@Tag("database")
class LostRacesTests {

    private static final Actor ADMIN = new Actor("uji-admin", Set.of(Role.ADMIN));

    @Autowired
    LostRaces races;

    @Autowired
    CycleService cycles;

    @Autowired
    AccountService accounts;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aNameOfACycleThatIsTakenMeanwhileIsRefused() {
        var wish = Wish.ofYear("Lomba " + UUID.randomUUID(), 2031).of();
        assertThatThrownBy(() -> whileUncommitted(
                        transactions,
                        () -> {
                            cycles.create(wish);
                            entities.flush();
                            return null;
                        },
                        () -> cycles.create(wish)))
                .hasCauseInstanceOf(Refusal.class)
                .cause()
                .hasMessage("cycle.name.raced");
    }

    @Test
    void aNameOfAnAccountThatIsTakenMeanwhileIsRefused() {
        var name = "lomba" + UUID.randomUUID().toString().substring(0, 8);
        assertThatThrownBy(() -> whileUncommitted(
                        transactions,
                        () -> {
                            accounts.add(name, "Satu", ADMIN);
                            entities.flush();
                            return null;
                        },
                        () -> {
                            accounts.add(name, "Dua", ADMIN);
                            return null;
                        }))
                .hasCauseInstanceOf(Refusal.class)
                .cause()
                .hasMessage("security.account.raced");
    }

    @Test
    void everyUniqueConstraintOfOursEndsInASentence() {
        var constraints = database.sql("""
                        select constraint_name from information_schema.table_constraints
                        where constraint_type = 'UNIQUE' and table_schema in (database(), 'PUBLIC')
                        """).query(String.class).list().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith("uq_"))
                .toList();
        assertThat(constraints).contains("uq_cycle_name", "uq_employee_account", "uq_api_token_hash");
        for (var constraint : constraints) {
            for (var said : new SQLException[] {
                new SQLException("Duplicate entry 'x' for key '" + constraint + "'", "23000", 1062),
                new SQLException("violation: \"PUBLIC." + constraint.toUpperCase(Locale.ROOT) + " ON\"", "23505", 23505)
            }) {
                var refusal = races.twice(new DataIntegrityViolationException("insert", said));
                assertThat(refusal).as(constraint).isPresent();
                var key = refusal.get().problems().get(0).key();
                assertThat(messages.getMessage(key, null, Locale.ENGLISH)).isNotBlank();
            }
        }
    }

    @Test
    void anotherFailureIsNoRace() {
        assertThat(races.any(new IllegalStateException(new SQLException("syntax", "42000", 1064))))
                .isEmpty();
        assertThat(races.twice(new DataIntegrityViolationException(
                        "null", new SQLException("Column 'x' cannot be null", "23000", 1048))))
                .isEmpty();
        assertThat(races.any(new IllegalStateException(new SQLException("Deadlock found", "40001", 1213))))
                .isPresent();
    }
}
