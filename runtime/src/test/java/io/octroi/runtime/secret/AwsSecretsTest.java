package io.octroi.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.platform.secrets.SecretsManagerStandIn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The real SDK against a stand-in that speaks its protocol. */
class AwsSecretsTest {
  private final SecretsManagerStandIn manager =
      SecretsManagerStandIn.start(SecretsManagerStandIn.Settings.inMemory(Clock.systemUTC()));

  @AfterEach
  void stop() {
    manager.close();
  }

  @Test
  void the_current_version_comes_first_and_the_previous_one_after_it() {
    manager.put("octroi/test", "old");
    manager.put("octroi/test", "new");

    List<SecretVersion> versions = load("octroi/test");

    assertThat(versions).extracting(SecretVersion::text).containsExactly("new", "old");
    assertThat(versions).extracting(SecretVersion::id).doesNotHaveDuplicates();
  }

  @Test
  void a_secret_that_never_rotated_has_one_version() {
    manager.put("octroi/test", "only");

    assertThat(load("octroi/test")).extracting(SecretVersion::text).containsExactly("only");
  }

  @Test
  void a_missing_secret_is_said_without_its_value() {
    assertThatThrownBy(() -> load("octroi/absent"))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessage("there is no such secret");
  }

  @Test
  void nothing_prints_a_secret() {
    assertThat(new SecretVersion("v1", "whsec_do_not_tell").toString())
        .isEqualTo("SecretVersion[v1]");
    assertThat(new AwsProperties(Duration.ofSeconds(1), "", "eu-west-3", "id", "key"))
        .hasToString("AwsProperties[region=eu-west-3]");
  }

  private List<SecretVersion> load(String secretId) {
    AtomicReference<List<SecretVersion>> loaded = new AtomicReference<>(List.of());
    new ApplicationContextRunner()
        .withUserConfiguration(SecretsConfiguration.class)
        .withPropertyValues(
            "octroi.aws.endpoint-override=" + manager.uri(),
            "octroi.aws.region=eu-west-3",
            "octroi.aws.access-key-id=test",
            "octroi.aws.secret-access-key=test")
        .run(context -> loaded.set(context.getBean(Secrets.class).load(secretId)));
    return loaded.get();
  }
}
