package io.octroi.runtime.secret;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** AWS Secrets Manager: AWSCURRENT, and AWSPREVIOUS if there is one. */
final class AwsSecrets implements Secrets {
  private static final int SERVER_ERROR = 500;

  private final Supplier<SecretsManagerClient> client;

  /**
   * @param client asked at the first load, so that a service without managed secrets needs none
   */
  AwsSecrets(Supplier<SecretsManagerClient> client) {
    this.client = client;
  }

  /** By the default chain of credentials, unless the properties name others. */
  static SecretsManagerClient client(AwsProperties properties) {
    SecretsManagerClientBuilder builder =
        SecretsManagerClient.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(properties.callTimeout())
                    .socketTimeout(properties.callTimeout()))
            .overrideConfiguration(override -> override.apiCallTimeout(properties.callTimeout()));
    if (!properties.endpointOverride().isEmpty()) {
      builder.endpointOverride(URI.create(properties.endpointOverride()));
    }
    if (!properties.region().isEmpty()) {
      builder.region(Region.of(properties.region()));
    }
    if (!properties.accessKeyId().isEmpty()) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(
              AwsBasicCredentials.create(properties.accessKeyId(), properties.secretAccessKey())));
    }
    return builder.build();
  }

  @Override
  public List<SecretVersion> load(String secretId) {
    try {
      List<SecretVersion> versions = new ArrayList<>();
      versions.add(
          version(secretId, "AWSCURRENT")
              .orElseThrow(() -> new SecretUnavailableException("there is no such secret")));
      version(secretId, "AWSPREVIOUS").ifPresent(versions::add);
      return versions;
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  private static SecretUnavailableException unavailable(SdkException e) {
    // The message of a refusal names accounts and roles; the code is enough.
    return e instanceof AwsServiceException service && service.statusCode() < SERVER_ERROR
        ? new SecretUnavailableException(
            "Secrets Manager refuses it: " + service.awsErrorDetails().errorCode(), e)
        : SecretUnavailableException.forNow("Secrets Manager does not answer", e);
  }

  private Optional<SecretVersion> version(String secretId, String stage) {
    try {
      GetSecretValueResponse value =
          client.get().getSecretValue(request -> request.secretId(secretId).versionStage(stage));
      return Optional.of(new SecretVersion(value.versionId(), text(value)));
    } catch (ResourceNotFoundException e) {
      return Optional.empty(); // a secret that never rotated has no previous version
    }
  }

  private static String text(GetSecretValueResponse value) {
    return value.secretString() != null
        ? value.secretString()
        : value.secretBinary().asUtf8String();
  }
}
