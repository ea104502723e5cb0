package io.octroi.payment.cinetpay;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The fields of a notification, which comes as a form. */
record FormFields(String body) {
  static FormFields of(byte[] body) {
    return new FormFields(new String(body, StandardCharsets.UTF_8));
  }

  /** A field's value; empty where it is missing, given twice or badly written. */
  Optional<String> value(String name) {
    String found = "";
    for (String pair : body.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        if (!found.isEmpty()) {
          return Optional.empty();
        }
        found = pair.substring(name.length() + 1);
      }
    }
    try {
      return Optional.of(URLDecoder.decode(found, StandardCharsets.UTF_8))
          .filter(value -> !value.isBlank());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
