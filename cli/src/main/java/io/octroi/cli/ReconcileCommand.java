package io.octroi.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What each service has recorded, held against what the others have. */
@Command(
    name = "reconcile",
    description =
        "Compares ledger, payments and periods now; what differs is listed by findings. Exit code 1"
            + " where anything differs.")
final class ReconcileCommand implements Callable<Integer> {
  private static final String PATH = "/reconciliation";
  private static final long POLL_MILLIS = 500;
  private static final List<ServiceName> SERVICES =
      List.of(ServiceName.PAYMENT_WORKER, ServiceName.SUBSCRIPTION_WORKER);

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = {"--reason", "--why"},
      paramLabel = "WHY",
      defaultValue = "asked for on the command line",
      description = "Why; goes into the audit log.")
  private String reason = "";

  @Override
  public Integer call() {
    ManagementApi api = common.api();
    ArrayNode rows = JsonMapper.shared().createArrayNode();
    List<String> failures = new ArrayList<>();
    for (ServiceName service : SERVICES) {
      common.note(service + " compares ...");
      JsonNode run = ended(api, service);
      if (run.has("failure")) {
        failures.add(service + ": " + run.path("failure").asString());
      }
      for (JsonNode check : run.path("checks")) {
        ObjectNode row = rows.addObject().put("service", service.toString());
        check.properties().forEach(field -> row.set(field.getKey(), field.getValue()));
        if (check.has("failure")) {
          failures.add(service + ": " + check.path("failure").asString());
        }
      }
    }
    common.output().rows(rows, "service", "check", "looked_at", "findings", "failure");
    if (!failures.isEmpty()) {
      throw new CommandException(
          Exit.REFUSED, "not everything was compared: " + String.join(", ", failures));
    }
    boolean found = rows.valueStream().anyMatch(row -> row.path("findings").asLong(0) > 0);
    return found ? Exit.FOUND : Exit.OK;
  }

  private JsonNode ended(ManagementApi api, ServiceName service) {
    JsonNode begun = api.post(service, PATH, Map.of(), Map.of(), reason);
    JsonNode run = begun;
    while (!run.has("ended_at")) {
      pause();
      run = api.get(service, PATH, Map.of());
    }
    return run;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(Exit.UNREACHABLE, "interrupted; the comparison goes on");
    }
  }
}
