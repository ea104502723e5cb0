package io.octroi.gateway.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.telemetry.GatewayMetric;
import io.octroi.runtime.secret.SecretUnavailableException;
import io.octroi.runtime.secret.SecretVersion;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagedSecretsTest {
  private static final Secret OLD = new Secret("1", "old");
  private static final Secret NEW = new Secret("2", "new");
  private static final SecretVersion STORED_OLD = new SecretVersion("1", "old");
  private static final SecretVersion STORED_NEW = new SecretVersion("2", "new");

  private final ManagedSecrets secrets =
      new ManagedSecrets(
          "stripe",
          "octroi/stripe",
          secret -> !secret.value().equals("unusable"),
          ManagedSecrets.Need.REQUIRED,
          secret -> false);

  @Test
  void the_same_secrets_again_are_no_change() {
    assertThat(secrets.refresh(id -> List.of(STORED_NEW, STORED_OLD))).isTrue();
    assertThat(secrets.refresh(id -> List.of(STORED_NEW, STORED_OLD))).isFalse();
  }

  @Test
  void a_secret_that_the_scheme_cannot_use_leaves_the_others_in_use() {
    secrets.refresh(id -> List.of(new SecretVersion("3", "unusable"), STORED_NEW));

    assertThat(secrets.current()).containsExactly(NEW);
  }

  @Test
  void nothing_usable_leaves_the_last_known_in_use() {
    secrets.refresh(id -> List.of(STORED_OLD));

    assertThatThrownBy(() -> secrets.refresh(id -> List.of(new SecretVersion("3", "unusable"))))
        .isInstanceOf(SecretUnavailableException.class);
    assertThat(secrets.current()).containsExactly(OLD);
  }

  @Test
  void a_mismatch_brings_a_new_secret_at_once() {
    List<SecretVersion> stored = new ArrayList<>(List.of(STORED_OLD));
    ManagedSecrets asking =
        new ManagedSecrets(
            "stripe",
            "octroi/stripe",
            secret -> true,
            ManagedSecrets.Need.REQUIRED,
            secrets -> secrets.refresh(id -> stored));
    asking.refresh(id -> stored);
    List<Secret> tried = asking.current();
    assertThat(asking.othersThan(tried)).isFalse();

    stored.addFirst(STORED_NEW);

    assertThat(asking.othersThan(tried)).isTrue();
    assertThat(asking.versions()).containsExactly("2", "1");
  }

  @Test
  void one_endpoint_s_failure_is_counted_and_keeps_no_other_from_its_secrets() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    SecretStore store =
        new SecretStore(
            id -> {
              if (id.equals("missing")) {
                throw new SecretUnavailableException("there is no such secret");
              }
              return List.of(STORED_NEW);
            },
            meters,
            new SecretUses(Clock.systemUTC()),
            SecretSettings.defaults());
    SecretsInUse broken = store.open("broken", "missing", secret -> true);
    SecretsInUse sound = store.open("sound", "present", secret -> true);

    store.refresh();

    assertThat(broken.current()).isEmpty();
    assertThat(sound.current()).containsExactly(NEW);
    assertThat(store.locked()).containsExactly("broken");
    assertThat(
            meters
                .counter(GatewayMetric.SECRET_REFRESH_FAILURES.metricName(), "endpoint", "broken")
                .count())
        .isEqualTo(1);
  }
}
