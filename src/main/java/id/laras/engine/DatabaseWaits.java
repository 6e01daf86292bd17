package id.laras.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
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

    private static final String CONNECT = "connectTimeout";
    private static final String ANSWER = "socketTimeout";

    @Bean
    static BeanPostProcessor boundedWaits(Environment environment) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && isMariaDb(pool)) {
                    var silence = environment.getRequiredProperty("laras.database.silent-for", Duration.class);
                    bound(pool, CONNECT, pool.getConnectionTimeout());
                    bound(pool, ANSWER, silence.toMillis());
                }
                return bean;
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

    private static void bound(HikariDataSource pool, String option, long millis) {
        if (!pool.getJdbcUrl().contains(option)) {
            pool.addDataSourceProperty(option, String.valueOf(millis));
        }
    }

    private static boolean isMariaDb(HikariDataSource pool) {
        return pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith("jdbc:mariadb:");
    }
}
