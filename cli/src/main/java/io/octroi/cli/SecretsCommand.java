package io.octroi.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The webhook secrets in use, by their versions. */
@Command(name = "secrets", description = "Webhook secrets in use, by their versions.")
final class SecretsCommand {

  @Command(
      name = "list",
      description = "Which versions one gateway saw in use, and which can be retired.")
  int list(@Mixin CommonOptions common) {
    common
        .output()
        .rows(
            common.api().get(ServiceName.GATEWAY, "/secrets", Map.of()),
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
