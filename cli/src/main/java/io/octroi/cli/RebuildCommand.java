package io.octroi.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Payments made again from the ledger, and held against the live ones. */
@Command(
    name = "rebuild",
    description =
        "Makes the payments again from the ledger, beside the live ones, and names the differences;"
            + " exit code 1 where there are any.")
final class RebuildCommand implements Callable<Integer> {
  private static final String BASE = "rebuild";
  private static final long POLL_MILLIS = 500;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--apply",
      description = "Mends the live payments and tells readers; demands --reason.")
  private boolean apply;

  @Option(names = "--no-wait", description = "Only begins it, or shows how far it is.")
  private boolean noWait;

  @Option(
      names = "--show",
      paramLabel = "ID",
      defaultValue = "",
      description = "Begins nothing: shows one that was begun before.")
  private String show = "";

  @Option(
      names = {"--reason", "--why"},
      paramLabel = "WHY",
      defaultValue = "",
      description = "Why; goes into the audit log.")
  private String reason = "";

  @Override
  public Integer call() {
    if (apply && reason.isEmpty()) {
      throw new CommandException(Exit.USAGE, "--apply changes payments: say --reason");
    }
    ManagementApi api = common.api();
    JsonNode rebuild = show.isEmpty() ? begin(api) : find(api, show);
    String told = "";
    while (!noWait && !rebuild.has("ended_at")) {
      told = progress(rebuild, told);
      pause();
      rebuild = find(api, rebuild.path("id").asString());
    }
    return print(rebuild);
  }

  private JsonNode begin(ManagementApi api) {
    Map<String, String> query = apply ? Map.of() : Map.of("dry_run", "true");
    return api.post(ServiceName.PAYMENT_WORKER, "/" + BASE, query, Map.of(), reason);
  }

  private static JsonNode find(ManagementApi api, String id) {
    return api.get(ServiceName.PAYMENT_WORKER, ManagementApi.path(BASE, id), Map.of());
  }

  private String progress(JsonNode rebuild, String told) {
    JsonNode progress = rebuild.path("progress");
    String now =
        progress.path("phase").asString("")
            + " "
            + progress.path("replayed").asLong(0)
            + " of "
            + progress.path("total").asLong(0);
    if (!now.equals(told)) {
      common.note(now);
    }
    return now;
  }

  private int print(JsonNode rebuild) {
    JsonNode differences = rebuild.path("differences");
    if (common.isJson() || differences.isEmpty()) {
      common.output().fields(rebuild);
    } else {
      common.output().rows(differences, "table", "key", "field", "live", "rebuilt");
      long rows = rebuild.path("differing_rows").asLong(0);
      common.note(rows + " rows differ" + (apply ? "; mended: " + rebuild.path("mended") : ""));
    }
    if (rebuild.has("failure")) {
      throw new CommandException(
          Exit.REFUSED, "the rebuild came to nothing: " + rebuild.path("failure").asString());
    }
    return rebuild.path("differing_rows").asLong(0) > 0 ? Exit.FOUND : Exit.OK;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(Exit.UNREACHABLE, "interrupted; the rebuild goes on");
    }
  }
}
