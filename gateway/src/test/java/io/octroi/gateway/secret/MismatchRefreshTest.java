package io.octroi.gateway.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.octroi.runtime.secret.SecretVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class MismatchRefreshTest {
  private final List<SecretVersion> stored = new ArrayList<>(List.of(new SecretVersion("1", "a")));
  private final List<Runnable> held = new ArrayList<>();
  private int loads;
  private long nanos;

  @Test
  void a_mismatch_brings_a_new_secret_at_once() {
    ManagedSecrets secrets = managed(refresh(60, Runnable::run));
    var tried = secrets.current();

    stored.addFirst(new SecretVersion("2", "b"));

    assertThat(secrets.othersThan(tried)).isTrue();
    assertThat(secrets.versions()).containsExactly("2", "1");
  }

  @Test
  void the_keeper_is_asked_once_an_interval_however_many_requests_do_not_match() {
    ManagedSecrets secrets = managed(refresh(60, Runnable::run));

    for (int i = 0; i < 1_000; i++) {
      assertThat(secrets.othersThan(secrets.current())).isFalse();
    }
    assertThat(loads).isEqualTo(1);

    nanos += Duration.ofSeconds(10).toNanos();
    secrets.othersThan(secrets.current());

    assertThat(loads).isEqualTo(2);
  }

  @Test
  void all_endpoints_together_ask_only_so_often() {
    MismatchRefresh refresh = refresh(3, Runnable::run);

    for (int i = 0; i < 10; i++) {
      ManagedSecrets secrets = managed(refresh);
      secrets.othersThan(secrets.current());
    }

    assertThat(loads).isEqualTo(3);
  }

  @Test
  void nobody_waits_for_long_and_a_load_under_way_is_not_begun_again() {
    ManagedSecrets secrets = managed(refresh(60, held::add));
    var tried = secrets.current();

    assertThat(secrets.othersThan(tried)).isFalse();
    nanos += Duration.ofMinutes(1).toNanos();
    assertThat(secrets.othersThan(tried)).isFalse();

    assertThat(held).hasSize(1);
  }

  private MismatchRefresh refresh(int perMinute, Executor threads) {
    TimeMeter time =
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return nanos;
          }

          @Override
          public boolean isWallClockBased() {
            return false;
          }
        };
    return new MismatchRefresh(
        SecretSettings.with(perMinute, 8),
        secrets -> {
          loads++;
          secrets.refresh(id -> stored);
        },
        threads,
        time);
  }

  private ManagedSecrets managed(MismatchRefresh refresh) {
    ManagedSecrets secrets =
        new ManagedSecrets(
            "stripe", "octroi/stripe", secret -> true, ManagedSecrets.Need.REQUIRED, refresh::ask);
    secrets.refresh(id -> stored);
    return secrets;
  }
}
