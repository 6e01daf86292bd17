package id.laras.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How long anybody waits for MariaDB. The driver itself would wait 30 s for a connection and for ever for an answer, e.g. of
 * a server that a firewall has cut off without a word. What the address itself says counts more.
 */
@Configuration
class DatabaseWaits {

    private static final int SECONDS_OF_A_PROBE = 2;
    private static final String CONNECT = "connectTimeout";
    private static final String ANSWER = "socketTimeout";
    private static final String SESSION = "sessionVariables";

    @Bean
    static BeanPostProcessor boundedWaits(Environment environment) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && isMariaDb(pool)) {
                    var silence = environment.getRequiredProperty("laras.database.silent-for", Duration.class);
                    bound(pool, CONNECT, String.valueOf(pool.getConnectionTimeout()));
                    bound(pool, ANSWER, String.valueOf(silence.toMillis()));
                    // Whoever asked has gone by then; the server would work on, for hours after some searches of the
                    // engine.
                    bound(pool, SESSION, "max_statement_time=" + silence.toSeconds());
                }
                return bean;
            }
        };
    }

    /** Boot's own asks without a limit, and a database that says nothing would keep readiness waiting for ever. */
    @Bean
    HealthIndicator dbHealthIndicator(DataSource database) {
        return () -> {
            try (var connection = database.getConnection()) {
                return Health.status(connection.isValid(SECONDS_OF_A_PROBE) ? Status.UP : Status.DOWN)
                        .build();
            } catch (SQLException away) {
                return Health.down().build();
            }
        };
    }

    /** A migration of a large table may be silent for long, and half of one is worse than a wait. */
    @Bean
    FlywayConfigurationCustomizer patientMigrations(ObjectProvider<HikariDataSource> pools) {
        return flyway -> pools.ifAvailable(pool -> {
            if (isMariaDb(pool)) {
                flyway.dataSource(
                        new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()));
            }
        });
    }

    private static void bound(HikariDataSource pool, String option, String value) {
        if (!pool.getJdbcUrl().contains(option)) {
            pool.addDataSourceProperty(option, value);
        }
    }

    private static boolean isMariaDb(HikariDataSource pool) {
        return pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith("jdbc:mariadb:");
    }
}
