package io.octroi.runtime.secret;

/**
 * Where a setting's value is.
 *
 * @param secretId the secret's name or ARN
 * @param key the member of its JSON object; empty where it holds one value only
 */
record SecretReference(String secretId, String key) {
  static final char KEY_MARK = '#';

  /**
   * Reads {@code <id>} or {@code <id>#<key>}.
   *
   * @throws IllegalArgumentException for an empty id or key
   */
  static SecretReference parse(String text) {
    int mark = text.indexOf(KEY_MARK);
    String id = mark < 0 ? text : text.substring(0, mark);
    String key = mark < 0 ? "" : text.substring(mark + 1);
    if (id.isBlank() || (mark >= 0 && key.isBlank())) {
      throw new IllegalArgumentException("is <secret id> or <secret id>#<key>, not " + text);
    }
    return new SecretReference(id.strip(), key.strip());
  }

  String read(String stored) {
    return key.isEmpty() ? SecretText.read(stored) : SecretText.read(stored, key);
  }

  @Override
  public String toString() {
    return key.isEmpty() ? secretId : secretId + KEY_MARK + key;
  }
}
