package io.octroi.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What needs a person. */
@Command(name = "findings", description = "What needs a person.")
final class FindingsCommand {

  @Command(name = "list", description = "Findings, newest first; exit code 1 where there are any.")
  int list(
      @Mixin CommonOptions common,
      @Mixin WorkerOption worker,
      @Mixin PageOptions page,
      @Option(
              names = "--state",
              defaultValue = "open",
              description = "open (default), acknowledged or resolved.")
          String state,
      @Option(names = "--condition", defaultValue = "", description = "Of this condition.")
          String condition) {
    Map<String, String> query = page.query();
    query.put("state", state);
    query.put("condition", condition);
    JsonNode answer = common.api().get(worker.service(), "/findings", query);
    common
        .output()
        .rows(answer, "id", "state", "condition", "subject", "count", "first_seen", "remedy");
    return answer.path("items").isEmpty() ? Exit.OK : Exit.FOUND;
  }

  @Command(name = "show", description = "One finding with its detail.")
  int show(
      @Mixin CommonOptions common,
      @Mixin WorkerOption worker,
      @Parameters(paramLabel = "ID") String id) {
    String path = ManagementApi.path("findings", id);
    common.output().fields(common.api().get(worker.service(), path, Map.of()));
    return Exit.OK;
  }

  @Command(name = "acknowledge", description = "Says that somebody looks after it.")
  int acknowledge(
      @Mixin CommonOptions common,
      @Mixin WorkerOption worker,
      @Mixin ReasonOption reason,
      @Parameters(paramLabel = "ID") String id) {
    String path = ManagementApi.path("findings", id, "acknowledge");
    common
        .output()
        .fields(common.api().post(worker.service(), path, Map.of(), Map.of(), reason.text()));
    return Exit.OK;
  }

  @Command(name = "resolve", description = "Says that nothing is to be done.")
  int resolve(
      @Mixin CommonOptions common,
      @Mixin WorkerOption worker,
      @Mixin ReasonOption reason,
      @Parameters(paramLabel = "ID") String id) {
    String path = ManagementApi.path("findings", id, "resolve");
    common
        .output()
        .fields(common.api().post(worker.service(), path, Map.of(), Map.of(), reason.text()));
    return Exit.OK;
  }
}
