package io.octroi.cli;

import static io.octroi.cli.ServiceName.PAYMENT_WORKER;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What came in from providers. */
@Command(name = "ledger", description = "Webhooks as they came in.")
final class LedgerCommand {

  @Command(name = "list", description = "Webhooks, newest first.")
  int list(
      @Mixin CommonOptions common,
      @Mixin PageOptions page,
      @Option(
              names = "--outcome",
              defaultValue = "",
              description = "ignored, unmatched, unreadable or no_translator.")
          String outcome) {
    Map<String, String> query = page.query();
    query.put("outcome", outcome);
    common
        .output()
        .rows(
            common.api().get(PAYMENT_WORKER, "/ledger", query),
            "received_at",
            "endpoint",
            "event_id",
            "event_type",
            "outcome");
    return Exit.OK;
  }

  @Command(name = "show", description = "One webhook, without its body.")
  int show(
      @Mixin CommonOptions common,
      @Parameters(paramLabel = "ENDPOINT") String endpoint,
      @Parameters(paramLabel = "EVENT_ID") String eventId) {
    String path = ManagementApi.path("events", endpoint, eventId);
    common.output().fields(common.api().get(PAYMENT_WORKER, path, Map.of()));
    return Exit.OK;
  }

  @Command(name = "conflicts", description = "Webhooks that came again with other bytes.")
  int conflicts(@Mixin CommonOptions common, @Mixin PageOptions page) {
    common
        .output()
        .rows(
            common.api().get(PAYMENT_WORKER, "/ledger/conflicts", page.query()),
            "received_at",
            "endpoint",
            "event_id",
            "sha256");
    return Exit.OK;
  }
}
