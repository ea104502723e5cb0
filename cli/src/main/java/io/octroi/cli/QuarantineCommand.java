package io.octroi.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Requests that the gateway refused and kept, because they may have been genuine. */
@Command(name = "quarantine", description = "Refused requests that may have been genuine.")
final class QuarantineCommand {
  private static final String BASE = "quarantine";

  /** When they were received. */
  static final class Window {
    @Option(
        names = "--since",
        defaultValue = "",
        description = "Received at this instant or later.")
    String since = "";

    @Option(names = "--until", defaultValue = "", description = "Received before this instant.")
    String until = "";

    private Map<String, String> query(String endpoint) {
      Map<String, String> query = new LinkedHashMap<>();
      Map.of("endpoint", endpoint, "since", since, "until", until)
          .forEach((name, value) -> {
            if (!value.isEmpty()) {
              query.put(name, value);
            }
          });
      return query;
    }
  }

  @Command(name = "list", description = "What is kept, counted by endpoint, reason and source.")
  int list(
      @Mixin CommonOptions common,
      @Mixin Window window,
      @Option(names = "--endpoint", defaultValue = "", description = "Sent to this one.")
          String endpoint) {
    common
        .output()
        .rows(
            common.api().get(ServiceName.GATEWAY, "/" + BASE, window.query(endpoint)),
            "endpoint",
            "reason",
            "source",
            "count",
            "first_received_at",
            "last_received_at");
    return Exit.OK;
  }

  @Command(
      name = "redeem",
      description = "Verifies again and lets in what holds; without --reason only tells how many.")
  int redeem(
      @Mixin CommonOptions common,
      @Mixin Window window,
      @Option(names = "--endpoint", required = true, description = "Sent to this one.")
          String endpoint,
      @Option(names = "--dry-run", description = "Only tells how many.") boolean dryRun,
      @Option(names = "--reason", defaultValue = "", description = "Why; is audited.")
          String reason) {
    Map<String, String> query = window.query(endpoint);
    if (dryRun || reason.isEmpty()) {
      query.put("dry_run", "true");
    }
    String path = ManagementApi.path(BASE, "redemption");
    common.output().fields(common.api().post(ServiceName.GATEWAY, path, query, Map.of(), reason));
    return Exit.OK;
  }
}
