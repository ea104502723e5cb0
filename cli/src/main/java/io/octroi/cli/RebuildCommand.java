package io.octroi.cli;

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

/** Payments made again from the ledger, and subscriptions from payments, held against the live. */
@Command(
    name = "rebuild",
    description =
        "Makes the payments again from the ledger, and the subscriptions from the payments, beside"
            + " the live ones, and names the differences; exit code 1 where there are any.")
final class RebuildCommand implements Callable<Integer> {
  private static final String BASE = "rebuild";
  private static final long POLL_MILLIS = 500;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--apply",
      description = "Mends what differs and tells readers; demands --reason.")
  private boolean apply;

  @Option(
      names = "--service",
      paramLabel = "SERVICE",
      defaultValue = "payment-worker,subscription-worker",
      split = ",",
      description = "Only what payment-worker or subscription-worker keeps (default: both).")
  private List<ServiceName> services = List.of();

  @Option(
      names = "--no-wait",
      description = "Only begins the payments' one, or shows how far it is.")
  private boolean noWait;

  @Option(
      names = "--show",
      paramLabel = "ID",
      defaultValue = "",
      description = "Begins nothing: shows one of the payments that was begun before.")
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
      throw new CommandException(
          Exit.USAGE, "--apply changes payments and subscriptions: say --reason");
    }
    ManagementApi api = common.api();
    ObjectNode all = JsonMapper.shared().createObjectNode();
    boolean onlyPayments = noWait || !show.isEmpty();
    if (onlyPayments || services.contains(ServiceName.PAYMENT_WORKER)) {
      all.set("payments", payments(api));
    }
    if (!onlyPayments && services.contains(ServiceName.SUBSCRIPTION_WORKER)) {
      all.set("subscriptions", new SubscriptionPages(api, common, apply, reason).all());
    }
    return print(all);
  }

  private JsonNode payments(ManagementApi api) {
    JsonNode rebuild = show.isEmpty() ? begin(api) : find(api, show);
    String told = "";
    while (!noWait && !rebuild.has("ended_at")) {
      told = progress(rebuild, told);
      pause();
      rebuild = find(api, rebuild.path("id").asString());
    }
    if (rebuild.has("failure")) {
      throw new CommandException(
          Exit.REFUSED, "the rebuild came to nothing: " + rebuild.path("failure").asString());
    }
    return rebuild;
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

  private int print(ObjectNode all) {
    ArrayNode differences = JsonMapper.shared().createArrayNode();
    all.forEach(part -> part.path("differences").forEach(differences::add));
    long rows = all.valueStream().mapToLong(part -> part.path("differing_rows").asLong(0)).sum();
    if (common.isJson() || differences.isEmpty()) {
      common.output().fields(all);
    } else {
      common.output().rows(differences, "table", "key", "field", "live", "rebuilt");
      common.note(rows + " rows differ");
      all.properties().stream()
          .filter(part -> part.getValue().has("mended"))
          .forEach(
              part -> common.note(part.getKey() + " mended: " + part.getValue().path("mended")));
    }
    return rows > 0 ? Exit.FOUND : Exit.OK;
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
