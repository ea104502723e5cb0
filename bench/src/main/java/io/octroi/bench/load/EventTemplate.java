package io.octroi.bench.load;

import io.octroi.platform.stripe.StripeEvent;
import io.octroi.platform.stripe.StripeEvents;
import io.octroi.platform.stripe.StripeIds;
import io.octroi.platform.stripe.StripePayment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A paid {@code checkout.session.completed} of a given size, in which only the number of the
 * purchase is missing: in the ids of event, session, payment intent and customer, in the reference
 * and in the e-mail address. So each number makes an event of its own at the cost of a copy. The
 * provider's ids of objects have it scattered, because real ones lie in no order in an index.
 */
public final class EventTemplate {
  /** How many digits a number is written with. */
  static final int DIGITS = 10;

  /** What stands where the number goes; it occurs nowhere else. */
  private static final String SLOT = "@".repeat(DIGITS);

  /** What stands where it goes scattered. */
  private static final String SCATTERED = "~".repeat(DIGITS);

  /** Prime to ten, so that no two numbers become one. */
  private static final long SCATTER = 7_368_787_379L;

  private static final long NUMBERS = 10_000_000_000L;

  private static final int LONGEST_VALUE = 500;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String customerPrefix;
  private final byte[] body;
  private final int[] slots;
  private final int[] scattered;

  private EventTemplate(String customerPrefix, byte[] body) {
    this.customerPrefix = customerPrefix;
    this.body = body;
    this.slots = placesOf(SLOT, body);
    this.scattered = placesOf(SCATTERED, body);
  }

  /**
   * Makes one.
   *
   * @param tag six letters or digits that tell this run's purchases from all others
   * @param bytes the size aimed at, 1,300 to 25,000; met within 5 %
   * @param at when the purchases happen
   */
  public static EventTemplate of(String tag, int bytes, Instant at) {
    Form form =
        Arrays.stream(Form.values())
            .filter(each -> each.write(json(tag, Map.of(), at)).length() <= bytes)
            .findFirst()
            .orElse(Form.TERSE);
    SequencedMap<String, String> filler = new LinkedHashMap<>();
    Filler text = new Filler();
    String json = form.write(json(tag, filler, at));
    while (json.length() < bytes) {
      String name = String.format(Locale.ROOT, "campaign_%02d", filler.size());
      filler.put(name, "-");
      int missing = bytes - form.write(json(tag, filler, at)).length();
      if (missing < 0) {
        break;
      }
      filler.put(name, text.of(Math.min(LONGEST_VALUE, missing + 1)));
      json = form.write(json(tag, filler, at));
    }
    return new EventTemplate(prefix(tag), utf8(json));
  }

  /** How an event is written: the first that is small enough. */
  private enum Form {
    /** As Stripe does. */
    INDENTED,
    /** On one line. */
    DENSE,
    /** On one line, without what is empty: for events smaller than Stripe's are. */
    TERSE;

    String write(String json) {
      if (this == INDENTED) {
        return json;
      }
      JsonNode event = JSON.readTree(json);
      if (this == TERSE) {
        prune(event);
      }
      return JSON.writeValueAsString(event);
    }
  }

  private static String prefix(String tag) {
    return tag + "-";
  }

  private static String json(String tag, Map<String, String> filler, Instant at) {
    SequencedMap<String, String> metadata = new LinkedHashMap<>();
    metadata.put("user_id", prefix(tag) + SLOT);
    metadata.put("plan_code", "signaux-monthly");
    metadata.put("language", "fr");
    metadata.putAll(filler);
    StripePayment payment =
        new StripePayment(
            "cs_test_a1" + SCATTERED + "0".repeat(30) + tag + SCATTERED,
            "pi_3" + SCATTERED + "0".repeat(7) + tag,
            "ch_3" + SCATTERED + "0".repeat(7) + tag,
            "cus_" + SCATTERED + tag,
            4900,
            "eur",
            prefix(tag) + SLOT,
            prefix(tag) + SLOT + "@example.com",
            metadata,
            at);
    StripeEvent event = new StripeEvents(StripeIds.seeded(1)).checkoutCompleted(payment, at);
    return event.json().replace(event.id(), "evt_1" + "0".repeat(7) + tag + SLOT);
  }

  private static void prune(JsonNode node) {
    node.forEach(EventTemplate::prune);
    if (node instanceof ObjectNode object) {
      List<String> empty =
          object
              .propertyStream()
              .filter(member -> member.getValue().isNull() || isEmptyContainer(member.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      object.remove(empty);
    }
  }

  private static boolean isEmptyContainer(JsonNode node) {
    return node.isContainer() && node.isEmpty();
  }

  private static int[] placesOf(String slot, byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    List<Integer> found = new ArrayList<>();
    for (int at = text.indexOf(slot); at >= 0; at = text.indexOf(slot, at + DIGITS)) {
      found.add(at);
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What every customer's id begins with; the number in {@value #DIGITS} digits is the rest. */
  public String customerPrefix() {
    return customerPrefix;
  }

  /** What every event's id begins with. */
  public String eventPrefix() {
    return "evt_1" + "0".repeat(7) + customerPrefix.substring(0, customerPrefix.length() - 1);
  }

  int size() {
    return body.length;
  }

  /** Writes the body of this number's event into {@code target} from {@code offset} on. */
  void write(long number, byte[] target, int offset) {
    System.arraycopy(body, 0, target, offset, body.length);
    write(number, slots, target, offset);
    write(scattered(number), scattered, target, offset);
  }

  private static void write(long number, int[] places, byte[] target, int offset) {
    for (int place : places) {
      long rest = number;
      for (int digit = DIGITS - 1; digit >= 0; digit--) {
        target[offset + place + digit] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
    }
  }

  /** One to one, and neighbours far from each other; for numbers up to 1,250,000,000. */
  static long scattered(long number) {
    return number * SCATTER % NUMBERS;
  }

  /** The body of this number's event. */
  public byte[] body(long number) {
    byte[] written = new byte[body.length];
    write(number, written, 0);
    return written;
  }
}
