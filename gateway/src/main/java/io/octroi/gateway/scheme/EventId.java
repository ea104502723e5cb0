package io.octroi.gateway.scheme;

/** Ids for the events of providers that give them none. */
public final class EventId {
  private EventId() {}

  /** The parts that tell an event from all others, in one text; hashed if that is too long. */
  public static String of(String... parts) {
    String id = String.join(":", parts);
    return id.length() <= JsonBody.MAX_IDENTIFIER ? id : "sha256-" + Sha256.hex(id);
  }

  /** An event without anything of its own: the same bytes are the same event. */
  public static String ofBytes(byte[] body) {
    return "sha256-" + Sha256.hex(body);
  }
}
