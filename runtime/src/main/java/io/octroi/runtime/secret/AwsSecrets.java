package io.octroi.runtime.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** AWS Secrets Manager: AWSCURRENT, and AWSPREVIOUS if there is one. */
final class AwsSecrets implements Secrets {
  private final Supplier<SecretsManagerClient> client;

  /**
   * @param client asked at the first load, so that a service without managed secrets needs none
   */
  AwsSecrets(Supplier<SecretsManagerClient> client) {
    this.client = client;
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
      throw new SecretUnavailableException("Secrets Manager does not give the secret", e);
    }
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
