package io.octroi.subscription.rebuild;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a worker to rebuild, as operators do. */
record RebuildClient(int port) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String REASON = "a row was changed by hand";

  /** Goes through all pages. */
  Found rebuild(boolean apply) throws Exception {
    long lookedAt = 0;
    long differing = 0;
    long mended = 0;
    List<String> differences = new ArrayList<>();
    String next = "";
    boolean more = true;
    while (more) {
      JsonNode page = JsonMapper.shared().readTree(send(next, !apply, REASON).body());
      lookedAt += page.path("looked_at").asLong();
      differing += page.path("differing_rows").asLong();
      mended += page.path("mended").asLong(0);
      for (JsonNode d : page.path("differences")) {
        differences.add(
            d.path("table").asString()
                + " "
                + d.path("key").asString()
                + " "
                + d.path("field").asString()
                + " "
                + d.path("live").asString()
                + " -> "
                + d.path("rebuilt").asString());
      }
      more = page.has("next");
      next =
          "&after_customer="
              + URLEncoder.encode(
                  page.path("next").path("after_customer").asString(""), StandardCharsets.UTF_8)
              + "&after_family="
              + page.path("next").path("after_family").asString("");
    }
    return new Found(lookedAt, differing, mended, differences);
  }

  HttpResponse<String> send(String next, boolean dryRun, String reason) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + port
                        + "/operations/rebuild/subscriptions?dry_run="
                        + dryRun
                        + next))
            .header("Authorization", "Bearer open-sesame")
            .POST(BodyPublishers.noBody());
    if (!reason.isEmpty()) {
      request.header("Octroi-Reason", reason);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  record Found(long lookedAt, long differing, long mended, List<String> differences) {}
}
