package io.octroi.platform.secrets;

import java.util.Locale;

/** An error of the service, as clients know it. Never leaves this package: it becomes an answer. */
final class SecretsRefusal extends RuntimeException {
  private final String type;
  private final int status;

  private SecretsRefusal(String type, int status, String message) {
    super(message);
    this.type = type;
    this.status = status;
  }

  static SecretsRefusal secretNotFound() {
    return new SecretsRefusal(
        "ResourceNotFoundException", 400, "Secrets Manager can't find the specified secret.");
  }

  static SecretsRefusal valueNotFound(String what) {
    return new SecretsRefusal(
        "ResourceNotFoundException",
        400,
        String.format(
            Locale.ROOT, "Secrets Manager can't find the specified secret value for %s", what));
  }

  static SecretsRefusal exists(String message) {
    return new SecretsRefusal("ResourceExistsException", 400, message);
  }

  static SecretsRefusal invalidRequest(String message) {
    return new SecretsRefusal("InvalidRequestException", 400, message);
  }

  static SecretsRefusal invalidParameter(String message) {
    return new SecretsRefusal("InvalidParameterException", 400, message);
  }

  static SecretsRefusal unknownOperation(String operation) {
    return new SecretsRefusal("UnknownOperationException", 400, operation);
  }

  static SecretsRefusal unavailable() {
    return new SecretsRefusal("InternalServiceError", 500, "An error occurred on the server side.");
  }

  String type() {
    return type;
  }

  int status() {
    return status;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
