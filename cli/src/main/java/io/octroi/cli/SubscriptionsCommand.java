package io.octroi.cli;

import static io.octroi.cli.ServiceName.SUBSCRIPTION_WORKER;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Who has access, and what it rests on. */
@Command(name = "subscriptions", description = "Who has access, and what it rests on.")
final class SubscriptionsCommand {

  @Command(name = "of", description = "Everything of a customer.")
  int of(@Mixin CommonOptions common, @Parameters(paramLabel = "CUSTOMER") String customer) {
    String path = ManagementApi.path("customers", customer, "subscriptions");
    common.output().fields(common.api().get(SUBSCRIPTION_WORKER, path, Map.of()));
    return Exit.OK;
  }

  @Command(name = "show", description = "One subscription with its payments.")
  int show(@Mixin CommonOptions common, @Parameters(paramLabel = "ID") String id) {
    String path = ManagementApi.path("subscriptions", id);
    common.output().fields(common.api().get(SUBSCRIPTION_WORKER, path, Map.of()));
    return Exit.OK;
  }

  @Command(
      name = "unknown-plans",
      description = "Payments for plans that are not configured; exit code 1 where there are any.")
  int unknownPlans(
      @Mixin CommonOptions common,
      @Option(names = "--after", defaultValue = "", description = "Goes on after this id.")
          String after) {
    JsonNode answer =
        common
            .api()
            .get(
                SUBSCRIPTION_WORKER,
                "/grants",
                Map.of("flag", "unknown_plan", "limit", "100", "after", after));
    JsonNode grants = answer.path("grants");
    common.output().rows(grants, "payment_id", "customer_id", "plan_code", "status", "updated_at");
    return grants.isEmpty() ? Exit.OK : Exit.FOUND;
  }
}
