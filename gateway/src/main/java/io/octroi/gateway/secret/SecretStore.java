package io.octroi.gateway.secret;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.telemetry.GatewayMetric;
import io.octroi.runtime.log.LogKeys;
import io.octroi.runtime.secret.OutOfTurn;
import io.octroi.runtime.secret.Secrets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All secrets that are kept elsewhere, and how they are loaded again. */
public class SecretStore {
  private static final Logger LOG = LoggerFactory.getLogger(SecretStore.class);

  private final Secrets source;
  private final MeterRegistry meters;
  private final List<ManagedSecrets> all = new CopyOnWriteArrayList<>();

  private final SecretUses uses;
  private final OutOfTurn<ManagedSecrets> mismatches;

  SecretStore(Secrets source, MeterRegistry meters, SecretUses uses, SecretProperties properties) {
    this.source = source;
    this.meters = meters;
    this.uses = uses;
    this.mismatches =
        new OutOfTurn<>(
            properties.mismatchLimits(),
            this::refresh,
            Thread::startVirtualThread,
            TimeMeter.SYSTEM_NANOTIME);
  }

  /** The secrets of an endpoint; empty until they have been loaded. */
  public SecretsInUse open(String endpoint, String secretId, Predicate<Secret> usable) {
    return open(
        new ManagedSecrets(
            endpoint,
            secretId,
            usable,
            ManagedSecrets.Need.REQUIRED,
            secrets -> mismatches.awaitLoad(secrets)));
  }

  /**
   * Secrets that the gateway is ready without.
   *
   * @param name stands for an endpoint's name in logs and metrics
   */
  public SecretsInUse openOptional(String name, String secretId, Predicate<Secret> usable) {
    return open(
        new ManagedSecrets(name, secretId, usable, ManagedSecrets.Need.OPTIONAL, secrets -> false));
  }

  private SecretsInUse open(ManagedSecrets secrets) {
    all.add(secrets);
    GatewayMetric.SECRETS_IN_USE.show(meters, () -> secrets.versions().size(), secrets.endpoint());
    return secrets;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** The endpoints that let nobody in, because their secrets were never had. */
  List<String> locked() {
    return all.stream().filter(ManagedSecrets::missing).map(ManagedSecrets::endpoint).toList();
  }

  /** Loads every endpoint's secrets; one that fails does not keep the others from changing. */
  void refresh() {
    all.forEach(this::refresh);
  }

  private void refresh(ManagedSecrets secrets) {
    try {
      if (secrets.refresh(source)) {
        uses.loaded(secrets.endpoint(), secrets.versions());
        LOG.atInfo()
            .addKeyValue(LogKeys.ENDPOINT, secrets.endpoint())
            .addKeyValue(LogKeys.SECRET_VERSIONS, secrets.versions())
            .log("Endpoint uses new secrets");
      }
    } catch (RuntimeException e) {
      // Whatever it was, the schedule must live: the next attempt may succeed.
      GatewayMetric.SECRET_REFRESH_FAILURES.count(meters, secrets.endpoint());
      LOG.atWarn()
          .addKeyValue(LogKeys.ENDPOINT, secrets.endpoint())
          .addKeyValue(LogKeys.SECRET_VERSIONS, secrets.versions())
          .addKeyValue(LogKeys.ERROR, cause(e))
          .log("Endpoint's secrets could not be loaded, the last known stay in use");
    }
  }

  private static String cause(RuntimeException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getClass().getSimpleName();
  }
}
