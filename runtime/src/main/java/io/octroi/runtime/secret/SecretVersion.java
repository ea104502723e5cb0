package io.octroi.runtime.secret;

/**
 * One version of a secret.
 *
 * @param id a label without secrecy: logs, metrics and records carry it
 * @param text what is stored, as it is
 */
public record SecretVersion(String id, String text) {

  @Override
  public String toString() {
    return "SecretVersion[" + id + "]";
  }
}
