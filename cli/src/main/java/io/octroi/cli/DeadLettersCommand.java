package io.octroi.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records that a worker could not handle. */
@Command(name = "dead-letters", description = "Records that a worker could not handle.")
final class DeadLettersCommand {
  private static final String BASE = "dead-letters";

  /** Which dead letters. */
  static final class Filter {
    @Option(names = "--state", defaultValue = "", description = "waiting, redriven, settled, …")
    String state = "";

    @Option(names = "--reason-code", defaultValue = "", description = "Put aside for this.")
    String reason = "";

    @Option(names = "--type", defaultValue = "", description = "Of this type of event.")
    String type = "";

    @Option(
        names = "--since",
        defaultValue = "",
        description = "Failed first at this instant or later.")
    String since = "";

    void into(Map<String, ? super String> target) {
      Map.of("state", state, "reason", reason, "type", type, "since", since)
          .forEach((name, value) -> {
            if (!value.isEmpty()) {
              target.put(name, value);
            }
          });
    }
  }

  @Command(name = "list", description = "Dead letters, newest first.")
  int list(
      @Mixin CommonOptions common,
      @Mixin WorkerOption worker,
      @Mixin PageOptions page,
      @Mixin Filter filter) {
    Map<String, String> query = page.query();
    filter.into(query);
    common
        .output()
        .rows(
            common.api().get(worker.service(), "/" + BASE, query),
            "id",
            "state",
            "rounds",
            "reason",
            "type",
            "event_id",
            "first_failed_at");
    return Exit.OK;
  }

  @Command(name = "show", description = "One dead letter with its headers.")
  int show(
      @Mixin CommonOptions common,
      @Mixin WorkerOption worker,
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--body", description = "With key and body; demands --reason.") boolean body,
      @Option(names = "--reason", defaultValue = "", description = "Why; is audited.")
          String reason) {
    if (body && reason.isEmpty()) {
      throw new CommandException(Exit.USAGE, "--body may show personal data: say --reason");
    }
    String path = ManagementApi.path(BASE, id);
    common
        .output()
        .fields(
            body
                ? common.api().get(worker.service(), path, Map.of("body", "true"), reason)
                : common.api().get(worker.service(), path, Map.of()));
    return Exit.OK;
  }

  @Command(name = "redrive", description = "Publishes one again.")
  int redrive(
      @Mixin CommonOptions common,
      @Mixin WorkerOption worker,
      @Mixin ReasonOption reason,
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--force", description = "Also what is parked or discarded.") boolean force) {
    String path = ManagementApi.path(BASE, id, "redrive");
    Map<String, String> query = force ? Map.of("force", "true") : Map.of();
    common
        .output()
        .fields(common.api().post(worker.service(), path, query, Map.of(), reason.text()));
    return Exit.OK;
  }

  @Command(
      name = "redrive-all",
      description = "Publishes those again that fit; without --reason only tells which.")
  int redriveAll(
      @Mixin CommonOptions common,
      @Mixin WorkerOption worker,
      @Mixin Filter filter,
      @Option(names = "--limit", defaultValue = "100", description = "At most (default: 100).")
          int limit,
      @Option(names = "--dry-run", description = "Only tells which.") boolean dryRun,
      @Option(names = "--reason", defaultValue = "", description = "Why; is audited.")
          String reason) {
    boolean dry = dryRun || reason.isEmpty();
    Map<String, Object> body = new LinkedHashMap<>();
    filter.into(body);
    body.put("limit", limit);
    body.put("dry_run", dry);
    Map<String, String> query = dry ? Map.of("dry_run", "true") : Map.of();
    String path = ManagementApi.path(BASE, "redrive");
    common.output().fields(common.api().post(worker.service(), path, query, body, reason));
    return Exit.OK;
  }

  @Command(name = "discard", description = "Says that one shall never be handled.")
  int discard(
      @Mixin CommonOptions common,
      @Mixin WorkerOption worker,
      @Mixin ReasonOption reason,
      @Parameters(paramLabel = "ID") String id) {
    String path = ManagementApi.path(BASE, id, "discard");
    common
        .output()
        .fields(common.api().post(worker.service(), path, Map.of(), Map.of(), reason.text()));
    return Exit.OK;
  }
}
