package io.octroi.platform.provider;

import io.octroi.platform.http.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** OAuth access tokens for one client, each good until it expires. */
public final class AccessTokens {
  private final Duration lifetime;
  private final Clock clock;
  private final Ids ids;
  private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

  public AccessTokens(Duration lifetime, Clock clock, Ids ids) {
    this.lifetime = lifetime;
    this.clock = clock;
    this.ids = ids;
  }

  public String issue() {
    String token = "A21." + ids.hex(40);
    expiries.put(token, clock.instant().plus(lifetime));
    return token;
  }

  public long lifetimeSeconds() {
    return lifetime.toSeconds();
  }

  /** As if the provider had forgotten all of them before their time. */
  public void revokeAll() {
    expiries.clear();
  }

  /** Whether the request carries a token of ours that is still good. */
  public boolean admits(RecordedRequest request) {
    return request
        .header("authorization")
        .filter(value -> value.startsWith("Bearer "))
        .map(value -> expiries.getOrDefault(value.substring("Bearer ".length()), Instant.MIN))
        .filter(expiry -> clock.instant().isBefore(expiry))
        .isPresent();
  }

  /** Whether the request carries this user and password. */
  public static boolean basic(RecordedRequest request, String user, String password) {
    String pair = user + ":" + password;
    String expected =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return request.header("authorization").filter(expected::equals).isPresent();
  }

  /** Whether the request carries this key. */
  public static boolean bearer(RecordedRequest request, String key) {
    return request.header("authorization").filter(("Bearer " + key)::equals).isPresent();
  }
}
