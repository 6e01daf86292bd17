package id.laras.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultAcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts {@link JobAcquisition} before the job executor, and tells health what it and the job table say. */
@Configuration
class JobWatch {

    private final AtomicReference<JobAcquisition> watched = new AtomicReference<>();

    @Bean
    NodeClock nodeClock(DataSource database, Clock clock, @Value("${laras.health.clock-distance}") Duration limit) {
        var ask = new JdbcTemplate(database);
        return new NodeClock(() -> ask.execute(JobWatch::databaseTime), clock, limit, System::nanoTime);
    }

    /** The engine's own columns hold this node's time; only this question is answered by the database's clock. */
    private static Instant databaseTime(Connection database) throws SQLException {
        var h2 = "H2".equals(database.getMetaData().getDatabaseProductName());
        try (var asked = database.createStatement();
                var answer = asked.executeQuery(h2 ? "select current_timestamp(3)" : "select utc_timestamp(3)")) {
            answer.next();
            return h2
                    ? answer.getObject(1, OffsetDateTime.class).toInstant()
                    : answer.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        }
    }

    /** Where jobs are switched off there is no executor of Spring's to watch. */
    @Bean
    @Order(Integer.MAX_VALUE)
    AbstractCamundaConfiguration watchedJobExecutor(
            ObjectProvider<JobExecutor> executors, NodeClock clock, ObjectProvider<Outages> outages) {
        return new AbstractCamundaConfiguration() {
            @Override
            public void postInit(SpringProcessEngineConfiguration configuration) {
                executors.ifAvailable(executor -> {
                    var acquisition = new JobAcquisition(
                            new DefaultAcquireJobsCommandFactory(executor),
                            clock::isRight,
                            () -> outages.ifAvailable(Outages::beat),
                            System::nanoTime);
                    executor.setAcquireJobsCmdFactory(acquisition);
                    watched.set(acquisition);
                });
            }
        };
    }

    /** Asks no database: where this is down, only a restart helps. */
    @Bean
    HealthIndicator jobAcquisitionHealthIndicator() {
        return () -> EngineHealth.acquisition(watched.get());
    }

    @Bean
    HealthIndicator engineHealthIndicator(
            DataSource database,
            NodeClock nodeClock,
            Clock clock,
            @Value("${laras.health.overdue-after}") Duration overdueAfter) {
        var jobs = JdbcClient.create(database);
        return new EngineHealth(
                () -> watched.get() != null,
                () -> overdue(jobs, clock.instant(), overdueAfter),
                () -> incidents(jobs),
                nodeClock,
                System::nanoTime);
    }

    /** Jobs that any node could have run since, and none has taken; by the index, for almost all jobs are timers of later days. */
    private static long overdue(JdbcClient jobs, Instant now, Duration after) {
        var since = Timestamp.from(now.minus(after));
        return jobs.sql("""
                        select count(*) from ACT_RU_JOB
                        where RETRIES_ > 0 and SUSPENSION_STATE_ = 1
                          and (DUEDATE_ is null or DUEDATE_ < ?) and coalesce(DUEDATE_, CREATE_TIME_) < ?
                          and (LOCK_EXP_TIME_ is null or LOCK_EXP_TIME_ < ?)
                        """)
                .params(since, since, Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    private static long incidents(JdbcClient jobs) {
        return jobs.sql("select count(*) from ACT_RU_INCIDENT where ID_ = ROOT_CAUSE_INCIDENT_ID_")
                .query(Long.class)
                .single();
    }
}
