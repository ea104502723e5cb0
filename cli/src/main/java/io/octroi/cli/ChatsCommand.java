package io.octroi.cli;

import static io.octroi.cli.ServiceName.NOTIFIER;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who is in which Telegram chat. */
@Command(name = "chats", description = "Who is in which Telegram chat.")
final class ChatsCommand {

  @Command(name = "list", description = "Chats, and how many are where.")
  int list(@Mixin CommonOptions common) {
    common
        .output()
        .rows(
            common.api().get(NOTIFIER, "/chats", Map.of()),
            "chat_id",
            "current_id",
            "inside",
            "outside",
            "unknown",
            "asking",
            "stopped");
    return Exit.OK;
  }

  @Command(name = "members", description = "Accounts in chats; they are masked.")
  int members(
      @Mixin CommonOptions common,
      @Mixin PageOptions page,
      @Option(names = "--customer", defaultValue = "", description = "Of this customer.")
          String customer,
      @Option(names = "--chat", defaultValue = "", description = "In this chat.") String chat) {
    Map<String, String> query = page.query();
    query.put("customer", customer);
    query.put("chat", chat);
    common
        .output()
        .rows(
            common.api().get(NOTIFIER, "/memberships", query),
            "chat_id",
            "customer_id",
            "telegram_user_id",
            "standing",
            "seen_at",
            "asked_at",
            "code");
    return Exit.OK;
  }

  @Command(name = "check", description = "Has Telegram asked about everybody in a chat.")
  int check(
      @Mixin CommonOptions common,
      @Mixin ReasonOption reason,
      @Parameters(paramLabel = "CHAT") String chat) {
    String path = ManagementApi.path("chats", chat, "check");
    common.output().fields(common.api().post(NOTIFIER, path, Map.of(), Map.of(), reason.text()));
    return Exit.OK;
  }
}
