package io.octroi.cli;

import static io.octroi.cli.ServiceName.NOTIFIER;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Who is not written to, and why. */
@Command(name = "mail", description = "Addresses that take no mail, and who wants no reminders.")
final class MailCommand {

  @Command(
      name = "suppressions",
      description = "Addresses that are written to no more, newest first; whose, and why.")
  int suppressions(@Mixin CommonOptions common, @Mixin PageOptions page) {
    common
        .output()
        .rows(
            common.api().get(NOTIFIER, "/mail-suppressions", page.query()),
            "id",
            "customer_ids",
            "code",
            "suppressed_at");
    return Exit.OK;
  }

  @Command(name = "lift", description = "Writes to a suppressed address again.")
  int lift(
      @Mixin CommonOptions common,
      @Mixin ReasonOption reason,
      @Parameters(paramLabel = "SUPPRESSION_ID") String id) {
    String path = ManagementApi.path("mail-suppressions", id, "lift");
    common.output().fields(common.api().post(NOTIFIER, path, Map.of(), Map.of(), reason.text()));
    return Exit.OK;
  }

  @Command(name = "opt-outs", description = "Who wants no reminders by mail.")
  int optOuts(@Mixin CommonOptions common, @Mixin PageOptions page) {
    common
        .output()
        .rows(
            common.api().get(NOTIFIER, "/mail-opt-outs", page.query()),
            "customer_id",
            "how",
            "since");
    return Exit.OK;
  }

  @Command(name = "opt-out", description = "Sends a customer no more reminders by mail.")
  int optOut(
      @Mixin CommonOptions common,
      @Mixin ReasonOption reason,
      @Parameters(paramLabel = "CUSTOMER") String customer) {
    String path = ManagementApi.path("customers", customer, "mail-opt-out");
    common.api().post(NOTIFIER, path, Map.of(), Map.of(), reason.text());
    return Exit.OK;
  }

  @Command(name = "opt-in", description = "Sends a customer reminders by mail again.")
  int optIn(
      @Mixin CommonOptions common,
      @Mixin ReasonOption reason,
      @Parameters(paramLabel = "CUSTOMER") String customer) {
    String path = ManagementApi.path("customers", customer, "mail-opt-out", "end");
    common.api().post(NOTIFIER, path, Map.of(), Map.of(), reason.text());
    return Exit.OK;
  }
}
