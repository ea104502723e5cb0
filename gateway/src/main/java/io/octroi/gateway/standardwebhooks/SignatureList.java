package io.octroi.gateway.standardwebhooks;

import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.RejectionReason;
import java.util.ArrayList;
import java.util.List;

/** {@code v1,<base64> v1a,<base64> …}: what the sender offers; unknown versions are kept too. */
record SignatureList(List<Item> items) {
  /** A sender in the middle of a rotation offers two. */
  static final int MAX_ITEMS = 20;

  record Item(String version, String signature) {}

  static Attempt<SignatureList> parse(String header) {
    List<Item> items = new ArrayList<>();
    for (String text : header.split(" ", -1)) {
      int comma = text.indexOf(',');
      // What is no pair is passed over: a later version may look otherwise.
      if (comma > 0 && comma < text.length() - 1) {
        items.add(new Item(text.substring(0, comma), text.substring(comma + 1)));
      }
    }
    if (items.isEmpty()) {
      return Attempt.failed(RejectionReason.MALFORMED_HEADER);
    }
    return items.size() > MAX_ITEMS
        ? Attempt.failed(RejectionReason.HEADER_TOO_LARGE)
        : Attempt.passed(new SignatureList(items));
  }

  List<String> ofVersion(String version) {
    return items.stream()
        .filter(item -> item.version().equals(version))
        .map(Item::signature)
        .toList();
  }
}
