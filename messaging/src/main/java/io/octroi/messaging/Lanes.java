package io.octroi.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Which part of the outbox a key belongs to. */
final class Lanes {
  private Lanes() {}

  /** Always the same lane for a key and a number of lanes, on every machine. */
  static int of(String key, int lanes) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % lanes;
  }
}
