package io.octroi.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** The webhook secrets in use, by their versions. */
@Command(name = "secrets", description = "Webhook secrets in use, by their versions.")
final class SecretsCommand {

  @Command(
      name = "list",
      description = "Which versions are in use over all gateways, and which can be retired.")
  int list(@Mixin CommonOptions common) {
    // The ledger second: what a gateway has let in by then, it may have read.
    JsonNode gateway = common.api().get(ServiceName.GATEWAY, "/secrets", Map.of());
    JsonNode ledger = common.api().get(ServiceName.PAYMENT_WORKER, "/secrets", Map.of());
    common
        .output()
        .rows(
            SecretRetirement.of(gateway, ledger),
            "endpoint",
            "version",
            "stage",
            "last_used_at",
            "uses",
            "safe_to_retire",
            "reason");
    return Exit.OK;
  }
}
