package io.octroi.messaging.operations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code octroi.operations}.
 *
 * @param token what operators present as a bearer token; empty lets nobody in
 */
@ConfigurationProperties("octroi.operations")
public record OperationsProperties(@DefaultValue("") String token) {

  /** Without the token. */
  @Override
  public String toString() {
    return "OperationsProperties[token=" + (token.isEmpty() ? "none" : "set") + "]";
  }
}
