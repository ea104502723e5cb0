package io.octroi.cli;

import static io.octroi.cli.ServiceName.PAYMENT_WORKER;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Up to when everything is known of what providers had to tell. */
@Command(
    name = "watermarks",
    description = "Up to when everything is known of what providers had to tell.")
final class WatermarksCommand {

  @Command(name = "list", description = "One for each endpoint whose provider is asked.")
  int list(@Mixin CommonOptions common) {
    common
        .output()
        .rows(
            common.api().get(PAYMENT_WORKER, "/watermarks", Map.of()),
            "endpoint",
            "provider",
            "complete_until",
            "age_seconds",
            "state",
            "failure",
            "next_poll_at");
    return Exit.OK;
  }

  @Command(name = "poll", description = "Asks the provider at once what happened.")
  int poll(
      @Mixin CommonOptions common,
      @Mixin ReasonOption reason,
      @Option(
              names = "--since",
              defaultValue = "",
              description = "Also what happened since this instant, long as it may be ago.")
          String since,
      @Parameters(paramLabel = "ENDPOINT") String endpoint) {
    String path = ManagementApi.path("watermarks", endpoint, "poll");
    common
        .output()
        .fields(
            common
                .api()
                .post(PAYMENT_WORKER, path, Map.of("since", since), Map.of(), reason.text()));
    return Exit.OK;
  }
}
