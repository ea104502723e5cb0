package io.octroi.cli;

import static io.octroi.cli.ServiceName.NOTIFIER;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which Telegram account is whose. */
@Command(name = "links", description = "Which Telegram account is whose.")
final class LinksCommand {

  @Command(name = "list", description = "All links; accounts are masked.")
  int list(@Mixin CommonOptions common, @Mixin PageOptions page) {
    common
        .output()
        .rows(
            common.api().get(NOTIFIER, "/links", page.query()),
            "customer_id",
            "telegram_user_id",
            "linked_at",
            "how",
            "unreachable");
    return Exit.OK;
  }

  @Command(name = "of", description = "The account of a customer.")
  int of(@Mixin CommonOptions common, @Parameters(paramLabel = "CUSTOMER") String customer) {
    String path = ManagementApi.path("customers", customer, "link");
    common.output().fields(common.api().get(NOTIFIER, path, Map.of()));
    return Exit.OK;
  }

  @Command(
      name = "unlink",
      description = "Ends a link: the account loses its access, another one may be linked.")
  int unlink(
      @Mixin CommonOptions common,
      @Mixin ReasonOption reason,
      @Parameters(paramLabel = "CUSTOMER") String customer) {
    String path = ManagementApi.path("customers", customer, "link", "end");
    common.output().fields(common.api().post(NOTIFIER, path, Map.of(), Map.of(), reason.text()));
    return Exit.OK;
  }

  @Command(
      name = "start-link",
      description = "Makes a start link for a customer; to be handed to nobody else.")
  int startLink(
      @Mixin CommonOptions common,
      @Mixin ReasonOption reason,
      @Parameters(paramLabel = "CUSTOMER") String customer) {
    String path = ManagementApi.path("customers", customer, "start-links");
    common.output().fields(common.api().post(NOTIFIER, path, Map.of(), Map.of(), reason.text()));
    return Exit.OK;
  }
}
