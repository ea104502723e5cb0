package io.octroi.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InternalServiceErrorException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

class SecretsManagerStandInTest {
  private static final String NAME = "psp/stripe/webhook";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T10:00:00.500Z"), ZoneOffset.UTC);

  @Test
  void a_new_value_becomes_current_and_the_former_one_previous() {
    try (var service = SecretsManagerStandIn.start(SecretsManagerStandIn.Settings.inMemory(CLOCK));
        SecretsManagerClient client = client(service)) {
      // Given
      String first = client.createSecret(r -> r.name(NAME).secretString("one")).versionId();

      // When
      String second = client.putSecretValue(r -> r.secretId(NAME).secretString("two")).versionId();

      // Then
      var current = client.getSecretValue(r -> r.secretId(NAME));
      assertThat(current.secretString()).isEqualTo("two");
      assertThat(current.versionId()).isEqualTo(second);
      assertThat(current.versionStages()).containsExactly("AWSCURRENT");
      assertThat(current.createdDate()).isEqualTo(CLOCK.instant());
      assertThat(value(client, "AWSPREVIOUS")).isEqualTo("one");
      assertThat(
              client.getSecretValue(r -> r.secretId(current.arn()).versionId(first)).secretString())
          .isEqualTo("one");
      assertThat(client.describeSecret(r -> r.secretId(NAME)).versionIdsToStages())
          .containsOnlyKeys(first, second);
    }
  }

  @Test
  void a_rotation_promotes_the_pending_value() {
    try (var service = SecretsManagerStandIn.start(SecretsManagerStandIn.Settings.inMemory(CLOCK));
        SecretsManagerClient client = client(service)) {
      // Given
      String first = client.createSecret(r -> r.name(NAME).secretString("one")).versionId();
      String next =
          client
              .putSecretValue(r -> r.secretId(NAME).secretString("two").versionStages("AWSPENDING"))
              .versionId();
      assertThat(value(client, "AWSCURRENT")).isEqualTo("one");
      assertThat(value(client, "AWSPENDING")).isEqualTo("two");

      // When
      assertThatThrownBy(() ->
              client.updateSecretVersionStage(
                  r -> r.secretId(NAME).versionStage("AWSCURRENT").moveToVersionId(next)))
          .isInstanceOf(InvalidParameterException.class);
      client.updateSecretVersionStage(r ->
          r.secretId(NAME)
              .versionStage("AWSCURRENT")
              .removeFromVersionId(first)
              .moveToVersionId(next));

      // Then
      assertThat(value(client, "AWSCURRENT")).isEqualTo("two");
      assertThat(value(client, "AWSPREVIOUS")).isEqualTo("one");
      assertThat(client.listSecretVersionIds(r -> r.secretId(NAME)).versions()).hasSize(2);
    }
  }

  @Test
  void refusals_arrive_as_the_exceptions_a_client_knows() {
    try (var service = SecretsManagerStandIn.start(SecretsManagerStandIn.Settings.inMemory(CLOCK));
        SecretsManagerClient client = client(service)) {
      // Given
      service.put(NAME, "one");

      // When, Then
      assertThatThrownBy(() -> client.getSecretValue(r -> r.secretId("missing")))
          .isInstanceOf(ResourceNotFoundException.class);
      assertThatThrownBy(() -> value(client, "AWSPREVIOUS"))
          .isInstanceOf(ResourceNotFoundException.class);
      assertThatThrownBy(() -> client.createSecret(r -> r.name(NAME).secretString("two")))
          .isInstanceOf(ResourceExistsException.class);
      var batch = client.batchGetSecretValue(r -> r.secretIdList(NAME, "missing"));
      assertThat(batch.secretValues()).hasSize(1);
      assertThat(batch.errors().getFirst().errorCode()).isEqualTo("ResourceNotFoundException");
    }
  }

  @Test
  void an_outage_is_an_internal_error_until_it_ends() {
    try (var service = SecretsManagerStandIn.start(SecretsManagerStandIn.Settings.inMemory(CLOCK));
        SecretsManagerClient client = client(service)) {
      // Given
      service.put(NAME, "one");
      service.unavailable(true);

      // When, Then
      assertThatThrownBy(() -> value(client, "AWSCURRENT"))
          .isInstanceOf(InternalServiceErrorException.class);
      service.unavailable(false);
      assertThat(value(client, "AWSCURRENT")).isEqualTo("one");
    }
  }

  @Test
  void secrets_survive_a_restart_in_a_file_for_their_owner_only(@TempDir Path directory)
      throws Exception {
    // Given
    Path file = directory.resolve("secrets.json");
    var settings = new SecretsManagerStandIn.Settings(0, "eu-west-1", CLOCK, Optional.of(file));
    try (var service = SecretsManagerStandIn.start(settings);
        SecretsManagerClient client = client(service)) {
      service.put(NAME, "one");
      service.put(NAME, "two");
      client.createSecret(
          r -> r.name("key").secretBinary(SdkBytes.fromByteArray(new byte[] {0, -1})));
    }

    // When
    try (var service = SecretsManagerStandIn.start(settings);
        SecretsManagerClient client = client(service)) {
      // Then
      assertThat(service.names()).containsExactly(NAME, "key");
      assertThat(value(client, "AWSPREVIOUS")).isEqualTo("one");
      assertThat(client.getSecretValue(r -> r.secretId("key")).secretBinary().asByteArray())
          .containsExactly(0, -1);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  private static String value(SecretsManagerClient client, String stage) {
    return client.getSecretValue(r -> r.secretId(NAME).versionStage(stage)).secretString();
  }

  private static SecretsManagerClient client(SecretsManagerStandIn service) {
    return SecretsManagerClient.builder()
        .endpointOverride(service.uri())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
