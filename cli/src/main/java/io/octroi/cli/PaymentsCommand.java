package io.octroi.cli;

import static io.octroi.cli.ServiceName.PAYMENT_WORKER;

import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Payments and whose they are. */
@Command(name = "payments", description = "Payments and whose they are.")
final class PaymentsCommand {

  /** By what payments are looked for: one of these. */
  static final class Which {
    @Option(names = "--customer", defaultValue = "", description = "Of this customer.")
    String customer = "";

    @Option(names = "--reference", defaultValue = "", description = "With a provider's reference.")
    String reference = "";

    @Option(names = "--event", defaultValue = "", description = "That an event told of.")
    String event = "";

    @Option(names = "--unassigned", description = "Paid, and nobody knows by whom or for what.")
    boolean unassigned;
  }

  @Command(name = "list", description = "Payments, newest first.")
  int list(
      @Mixin CommonOptions common,
      @Mixin PageOptions page,
      @ArgGroup(multiplicity = "1") Which which) {
    Map<String, String> query = page.query();
    query.put("customer", which.customer);
    query.put("reference", which.reference);
    query.put("event", which.event);
    query.put("unassigned", which.unassigned ? "true" : "");
    common
        .output()
        .rows(
            common.api().get(PAYMENT_WORKER, "/payments", query),
            "payment_id",
            "status",
            "amount",
            "currency",
            "customer_id",
            "plan_code",
            "paid_at");
    return Exit.OK;
  }

  @Command(name = "show", description = "One payment with its references and facts.")
  int show(@Mixin CommonOptions common, @Parameters(paramLabel = "ID") String id) {
    common
        .output()
        .fields(common.api().get(PAYMENT_WORKER, ManagementApi.path("payments", id), Map.of()));
    return Exit.OK;
  }

  @Command(name = "assign", description = "Says whose a payment is and for which plan.")
  int assign(
      @Mixin CommonOptions common,
      @Mixin ReasonOption reason,
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--customer", required = true, description = "Who paid.") String customer,
      @Option(names = "--plan", required = true, description = "For which plan.") String plan) {
    common
        .output()
        .fields(
            common
                .api()
                .post(
                    PAYMENT_WORKER,
                    ManagementApi.path("payments", id, "assignment"),
                    Map.of(),
                    Map.of("customer_id", customer, "plan_code", plan),
                    reason.text()));
    return Exit.OK;
  }

  @Command(name = "retell", description = "Has readers told of a payment again.")
  int retell(
      @Mixin CommonOptions common,
      @Mixin ReasonOption reason,
      @Parameters(paramLabel = "ID") String id) {
    String path = ManagementApi.path("payments", id, "retelling");
    common
        .output()
        .fields(common.api().post(PAYMENT_WORKER, path, Map.of(), Map.of(), reason.text()));
    return Exit.OK;
  }
}
