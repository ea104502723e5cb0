package io.octroi.gateway.intake;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what a request says its body is with what a scheme takes. */
final class MediaTypes {
  private MediaTypes() {}

  /**
   * Whether {@code contentType}, parameters aside, is one of {@code demanded}.
   *
   * @param contentType the header's value; null if there is none
   * @param demanded in lower case; empty takes everything
   */
  static boolean allow(Set<String> demanded, @Nullable String contentType) {
    if (demanded.isEmpty()) {
      return true;
    }
    String declared = contentType == null ? "" : contentType;
    int parameters = declared.indexOf(';');
    String type = parameters < 0 ? declared : declared.substring(0, parameters);
    return demanded.contains(type.strip().toLowerCase(Locale.ROOT));
  }
}
