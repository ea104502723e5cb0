package io.octroi.jobs;

import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who makes the roles; the password is made and rotated by the database's provider. */
record Administrator(String username, String password) {

  /**
   * Reads the secret that RDS keeps.
   *
   * @throws IllegalArgumentException if it has no user name or password; never quotes it
   */
  static Administrator from(SecretsManagerClient secrets, String secretId) {
    String text = secrets.getSecretValue(request -> request.secretId(secretId)).secretString();
    JsonNode secret = JsonMapper.shared().readTree(text);
    String username = secret.path("username").asString("");
    String password = secret.path("password").asString("");
    if (username.isEmpty() || password.isEmpty()) {
      throw new IllegalArgumentException("the secret " + secretId + " has no username or password");
    }
    return new Administrator(username, password);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Administrator[" + username + "]";
  }
}
