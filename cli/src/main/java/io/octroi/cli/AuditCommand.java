package io.octroi.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What operators did. */
@Command(name = "audit", description = "What operators did, when and why.")
final class AuditCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private WorkerOption worker = new WorkerOption();
  @Mixin private PageOptions page = new PageOptions();

  @Option(names = "--since", defaultValue = "", description = "No earlier than this instant.")
  private String since = "";

  @Option(names = "--who", defaultValue = "", description = "Of this operator.")
  private String who = "";

  @Override
  public Integer call() {
    Map<String, String> query = page.query();
    query.put("since", since);
    query.put("who", who);
    common
        .output()
        .rows(
            common.api().get(worker.service(), "/audit", query),
            "at",
            "operator",
            "method",
            "path",
            "status",
            "dry_run",
            "reason");
    return Exit.OK;
  }
}
