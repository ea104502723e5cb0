package io.octroi.gateway.secret;

import io.octroi.gateway.scheme.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** AWS Secrets Manager: AWSCURRENT, and AWSPREVIOUS if there is one. */
final class AwsSecretSource implements SecretSource {
  private final Supplier<SecretsManagerClient> client;

  /**
   * @param client asked at the first load, so that a gateway without managed secrets needs none
   */
  AwsSecretSource(Supplier<SecretsManagerClient> client) {
    this.client = client;
  }

  @Override
  public List<Secret> load(String secretId) {
    try {
      List<Secret> secrets = new ArrayList<>();
      secrets.add(
          version(secretId, "AWSCURRENT")
              .orElseThrow(() -> new SecretUnavailableException("there is no such secret")));
      version(secretId, "AWSPREVIOUS").ifPresent(secrets::add);
      return secrets;
    } catch (SdkException e) {
      throw new SecretUnavailableException("Secrets Manager does not give the secret", e);
    }
  }

  private Optional<Secret> version(String secretId, String stage) {
    try {
      GetSecretValueResponse value =
          client.get().getSecretValue(request -> request.secretId(secretId).versionStage(stage));
      return Optional.of(new Secret(value.versionId(), SecretText.read(text(value))));
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
