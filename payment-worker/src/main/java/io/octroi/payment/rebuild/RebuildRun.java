package io.octroi.payment.rebuild;

import io.octroi.payment.agreement.Agreements;
import io.octroi.payment.assignment.Assignments;
import io.octroi.payment.customer.Identities;
import io.octroi.payment.intake.Replay;
import io.octroi.payment.ledger.Ledger;
import io.octroi.payment.order.Orders;
import io.octroi.payment.payment.Payments;
import io.octroi.payment.rebuild.Mender.Mended;
import io.octroi.payment.rebuild.Progress.Phase;
import io.octroi.payment.translation.Translators;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the payments again in the shadow schema and holds the live ones against them. The last
 * webhooks are replayed in the transaction that compares, and that sees the live schema as of one
 * moment: so both sides rest on the same webhooks, however many come meanwhile.
 */
final class RebuildRun {
  private final Ground ground;
  private final RebuildProperties settings;
  private final Mender mender;

  RebuildRun(Ground ground, RebuildProperties settings, Mender mender) {
    this.ground = ground;
    this.settings = settings;
    this.mender = mender;
  }

  /** What a rebuild stands on. */
  record Ground(
      DataSource database,
      Flyway flyway,
      Schemas schemas,
      Translators translators,
      JsonMapper json,
      Clock clock) {}

  Result run(Progress progress, boolean apply) {
    try (Shadow shadow = Shadow.open(ground.database(), ground.flyway(), ground.schemas())) {
      JdbcTemplate jdbc = shadow.jdbc();
      progress.enter(Phase.REPLAYING);
      Replayer replayer = replayer(jdbc, progress);
      replayer.most(new TransactionTemplate(shadow.transactions()));
      progress.enter(Phase.COMPARING);
      Comparison comparison = new Comparison(jdbc, ground.schemas(), ground.json());
      TransactionTemplate oneMoment = new TransactionTemplate(shadow.transactions());
      oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
      oneMoment.executeWithoutResult(status -> {
        replayer.rest();
        comparison.run();
      });
      Map<String, Long> counts = comparison.counts();
      List<Difference> named = comparison.named(settings.maxDifferences());
      if (apply) {
        progress.enter(Phase.MENDING);
        return new Result(
            counts, named, mender.mend(new Units(jdbc, ground.schemas(), settings.batchSize())));
      }
      return new Result(counts, named, Mended.NOTHING);
    }
  }

  private Replayer replayer(JdbcTemplate jdbc, Progress progress) {
    Ledger ledger = new Ledger(jdbc, ground.clock());
    Identities identities = new Identities(jdbc, ground.json());
    Payments payments = new Payments(jdbc, ground.json(), ground.clock(), identities);
    Agreements agreements = new Agreements(jdbc, identities);
    Assignments assignments =
        new Assignments(payments, identities, agreements, told -> {}, ground.clock());
    return new Replayer(
        new Sources(jdbc, ground.schemas()),
        new Replay(ground.translators(), ledger, payments, identities, agreements),
        new Decisions(
            jdbc,
            ground.schemas(),
            ground.json(),
            payments,
            assignments,
            new Orders(jdbc, payments, ledger, told -> {})),
        settings.batchSize(),
        progress);
  }

  /**
   * @param counts differing rows by table
   * @param named the first differing fields
   */
  record Result(Map<String, Long> counts, List<Difference> named, Mended mended) {}
}
