package io.octroi.cli;

import io.octroi.runtime.secret.Retirement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says which secrets can be retired. A gateway knows which versions are in use and in which order,
 * but of their uses only its own since its start; the payment-worker knows the uses of all gateways
 * for as long as there is a ledger. Only both together are an answer.
 */
final class SecretRetirement {
  /** Webhooks wait to be read, or nobody knows whether any do. */
  private static final String LEDGER_BEHIND = "ledger-behind";

  /** What channels send does not reach the ledger: other gateways may have seen other uses. */
  private static final String ONE_GATEWAY_ONLY = "one-gateway-only";

  private final Map<String, JsonNode> uses = new HashMap<>();
  private final Map<String, Instant> watchedSince = new HashMap<>();
  private final Instant asOf;
  private final Duration retireAfter;
  private final boolean upToDate;
  private final Set<String> newerUsed = new HashSet<>();

  private SecretRetirement(JsonNode gateway, JsonNode ledger) {
    this.asOf = instant(gateway, "as_of").orElse(Instant.EPOCH);
    this.retireAfter = Duration.parse(gateway.path("retire_after").asString("PT72H"));
    this.upToDate = ledger.path("unread").asLong(-1) == 0;
    for (JsonNode use : ledger.path("items")) {
      String endpoint = use.path("endpoint").asString("");
      uses.put(key(use), use);
      instant(use, "watched_since").ifPresent(since -> watchedSince.put(endpoint, since));
    }
  }

  /**
   * A page of versions, with {@code safe_to_retire} and the {@code reason}.
   *
   * @param gateway what a gateway answers, of each endpoint the current version first
   * @param ledger what the payment-worker answers
   */
  static JsonNode of(JsonNode gateway, JsonNode ledger) {
    SecretRetirement retirement = new SecretRetirement(gateway, ledger);
    ObjectNode page = JsonMapper.shared().createObjectNode();
    page.put("as_of", retirement.asOf.toString());
    page.put("retire_after", retirement.retireAfter.toString());
    ArrayNode items = page.putArray("items");
    gateway.path("items").forEach(version -> items.add(retirement.row(version)));
    return page;
  }

  private ObjectNode row(JsonNode version) {
    String endpoint = version.path("endpoint").asString("");
    boolean recorded = !version.path("audience").asString("").equals("channels");
    Optional<JsonNode> use = Optional.ofNullable(uses.get(key(version)));
    Optional<Instant> lastUsed =
        later(
            instant(version, "last_used_at"),
            use.flatMap(recorder -> instant(recorder, "last_used_at")));
    Retirement verdict =
        Retirement.of(
            new Retirement.Evidence(
                version.path("stage").asString("").equals("current"),
                newerUsed.contains(endpoint),
                lastUsed.orElse(Instant.EPOCH),
                recorded ? watchedSince.getOrDefault(endpoint, asOf) : asOf),
            asOf,
            retireAfter);
    if (lastUsed.isPresent()) {
      newerUsed.add(endpoint);
    }
    String reason = reason(verdict, recorded);
    ObjectNode row = JsonMapper.shared().createObjectNode();
    row.put("endpoint", endpoint);
    row.put("version", version.path("version").asString(""));
    row.put("stage", version.path("stage").asString(""));
    row.put("last_used_at", lastUsed.map(Instant::toString).orElse(""));
    row.put("uses", use.orElse(version).path("uses").asLong(0));
    row.put("safe_to_retire", reason.equals(Retirement.SAFE.wireName()));
    return row.put("reason", reason);
  }

  /** What speaks against it for certain comes first. */
  private String reason(Retirement verdict, boolean recorded) {
    return switch (verdict) {
      case SAFE -> upToDate ? verdict.wireName() : LEDGER_BEHIND;
      case WATCHED_TOO_SHORT -> recorded ? verdict.wireName() : ONE_GATEWAY_ONLY;
      case CURRENT, NEWER_NOT_USED, USED_RECENTLY -> verdict.wireName();
    };
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return one.isPresent() && other.isPresent()
        ? one.filter(other.get()::isBefore).or(() -> other)
        : one.or(() -> other);
  }

  private static Optional<Instant> instant(JsonNode node, String name) {
    String text = node.path(name).asString("");
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }

  private static String key(JsonNode version) {
    return version.path("endpoint").asString("") + " " + version.path("version").asString("");
  }
}
