package id.laras.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDatasourceConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Tells the engine its database: it does not recognise MariaDB by itself, and must find the tables made by Flyway. */
@Component
@DependsOnDatabaseInitialization
class EngineDatabase extends DefaultDatasourceConfiguration {

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        super.preInit(configuration);
        if (configuration.getDatabaseType() == null) {
            configuration.setDatabaseType(type());
        }
    }

    private String type() {
        try (var connection = dataSource.getConnection()) {
            return "H2".equals(connection.getMetaData().getDatabaseProductName()) ? "h2" : "mysql";
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }
}
