package io.octroi.messaging.deadletter;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps headers byte for byte and in their order, as JSON: names with values in Base64 or null. */
final class HeaderText {
  private static final JsonMapper JSON = JsonMapper.shared();

  private HeaderText() {}

  static String write(Headers headers) {
    List<List<Object>> all = new ArrayList<>();
    for (Header header : headers) {
      List<Object> pair = new ArrayList<>();
      pair.add(header.key());
      if (header.value() != null) {
        pair.add(Base64.getEncoder().encodeToString(header.value()));
      }
      all.add(pair);
    }
    return JSON.writeValueAsString(all);
  }

  // Kafka's headers may have no value.
  @SuppressWarnings("NullAway")
  static Headers read(String text) {
    Headers headers = new RecordHeaders();
    for (JsonNode pair : JSON.readTree(text)) {
      headers.add(
          pair.get(0).asString(),
          pair.size() < 2 ? null : Base64.getDecoder().decode(pair.get(1).asString()));
    }
    return headers;
  }
}
