package io.octroi.payment.rebuild;

import io.octroi.operations.lock.DatabaseLock;
import io.octroi.payment.agreement.Agreements;
import io.octroi.payment.customer.Identities;
import io.octroi.payment.payment.Repairs;
import io.octroi.payment.publication.Publisher;
import io.octroi.payment.rebuild.Mender.Stores;
import io.octroi.payment.rebuild.RebuildRun.Ground;
import io.octroi.payment.translation.Translators;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wires rebuilds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RebuildProperties.class)
class RebuildConfiguration {
  /** The stored JSON is a format of its own: no setting of the web layer may change it. */
  private static final JsonMapper STORED = JsonMapper.builder().build();

  @Bean
  Stores liveStores(
      Repairs repairs, Identities identities, Agreements agreements, Publisher publisher) {
    return new Stores(repairs, identities, agreements, publisher);
  }

  @Bean
  Ground rebuildGround(DataSource database, Flyway flyway, Translators translators, Clock clock) {
    Schemas schemas = Schemas.of(flyway.getConfiguration().getDefaultSchema());
    return new Ground(database, flyway, schemas, translators, STORED, clock);
  }

  @Bean
  Rebuilds rebuilds(
      Ground ground,
      Stores live,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      RebuildProperties settings) {
    Mender mender =
        new Mender(
            jdbc,
            new TransactionTemplate(transactions),
            ground.schemas(),
            live,
            ground.clock(),
            settings.maxRemovals());
    return new Rebuilds(
        new RebuildRun(ground, settings, mender),
        new DatabaseLock(ground.database(), "rebuild"),
        ground.clock());
  }
}
