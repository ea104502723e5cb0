package io.octroi.cli;

import static io.octroi.cli.ServiceName.NOTIFIER;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What was told to whom. */
@Command(name = "notifications", description = "What was told to whom, and over which channel.")
final class NotificationsCommand {

  @Command(name = "of", description = "What a customer was told; addresses are masked.")
  int of(@Mixin CommonOptions common, @Parameters(paramLabel = "CUSTOMER") String customer) {
    String path = ManagementApi.path("customers", customer, "notifications");
    common.output().fields(common.api().get(NOTIFIER, path, Map.of()));
    return Exit.OK;
  }

  @Command(name = "show", description = "One notification with each attempt.")
  int show(@Mixin CommonOptions common, @Parameters(paramLabel = "ID") String id) {
    String path = ManagementApi.path("notifications", id);
    common.output().fields(common.api().get(NOTIFIER, path, Map.of()));
    return Exit.OK;
  }

  @Command(name = "deliveries", description = "Deliveries in a status, newest first.")
  int deliveries(
      @Mixin CommonOptions common,
      @Option(names = "--status", defaultValue = "failed", description = "Default: failed.")
          String status) {
    common
        .output()
        .rows(
            common.api().get(NOTIFIER, "/deliveries", Map.of("status", status)),
            "id",
            "customer_id",
            "action",
            "status",
            "code",
            "due_at");
    return Exit.OK;
  }

  @Command(name = "restart", description = "Starts a failed delivery again.")
  int restart(
      @Mixin CommonOptions common,
      @Mixin ReasonOption reason,
      @Parameters(paramLabel = "DELIVERY_ID") String id) {
    String path = ManagementApi.path("deliveries", id, "restart");
    common.api().post(NOTIFIER, path, Map.of(), Map.of(), reason.text());
    return Exit.OK;
  }
}
