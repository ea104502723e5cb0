package io.octroi.gateway.scheme;

/**
 * One version of an endpoint's secret.
 *
 * @param version a label without secrecy: logs, metrics and records carry it
 * @param value the secret itself, or a public key, as the provider writes it
 */
public record Secret(String version, String value) {

  @Override
  public String toString() {
    return "Secret[" + version + "]";
  }
}
