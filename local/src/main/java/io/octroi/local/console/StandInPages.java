package io.octroi.local.console;

import io.octroi.platform.smtp.MailStandIn;
import io.octroi.platform.smtp.ReceivedMail;
import io.octroi.platform.telegram.TelegramCall;
import io.octroi.platform.telegram.TelegramStandIn;
import io.octroi.platform.twilio.TwilioMessage;
import io.octroi.platform.twilio.TwilioStandIn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the mail server, Telegram and Twilio were asked to do. */
public final class StandInPages {
  private static final int MOST_ROWS = 200;

  private final TelegramStandIn telegram;
  private final MailStandIn mail;
  private final TwilioStandIn twilio;

  public StandInPages(TelegramStandIn telegram, MailStandIn mail, TwilioStandIn twilio) {
    this.telegram = telegram;
    this.mail = mail;
    this.twilio = twilio;
  }

  String mailbox() {
    Html html = new Html("Mail");
    appendMails(html, MOST_ROWS);
    return html.page();
  }

  void appendMails(Html html, int most) {
    List<List<String>> rows = new ArrayList<>();
    for (ReceivedMail message : newest(mail.mails(), most)) {
      rows.add(
          List.of(
              Html.escape(message.receivedAt().toString()),
              Html.escape(String.join(", ", message.to())),
              Html.link("/mail/" + message.id(), message.subject())));
    }
    html.table(List.of("received", "to", "subject"), rows);
  }

  /**
   * @param path {@code mail}, the id, and {@code html} for the HTML part alone
   */
  String mail(List<String> path) {
    Optional<ReceivedMail> found =
        mail.mails().stream().filter(m -> m.id().equals(path.get(1))).findFirst();
    if (found.isEmpty()) {
      return new Html("There is no such mail").page();
    }
    ReceivedMail message = found.get();
    if (path.size() == 3 && path.get(2).equals("html")) {
      return message.html();
    }
    return new Html(message.subject())
        .section("Text")
        .source(message.text())
        .section("HTML")
        .markup("<iframe sandbox src=\"/mail/" + Html.escape(message.id()) + "/html\"></iframe>")
        .section("Source")
        .source(new String(message.raw(), StandardCharsets.UTF_8))
        .page();
  }

  String telegram() {
    Html html = new Html("Telegram calls");
    appendCalls(html, MOST_ROWS);
    return html.page();
  }

  void appendCalls(Html html, int most) {
    List<List<String>> rows = new ArrayList<>();
    for (TelegramCall call : newest(telegram.calls(), most)) {
      rows.add(
          List.of(
              Html.escape(call.at().toString()),
              "<code>" + Html.escape(call.method()) + "</code>",
              Html.escape(parameters(call.parameters())),
              "<span class="
                  + (call.status() == 200 ? "ok" : "bad")
                  + ">"
                  + call.status()
                  + "</span>",
              Html.escape(call.answer())));
    }
    html.table(List.of("at", "method", "parameters", "status", "answer"), rows);
  }

  String texts() {
    List<List<String>> rows = new ArrayList<>();
    for (TwilioMessage message : newest(twilio.sent(), MOST_ROWS)) {
      String status = twilio.statusOf(message);
      String look = status.equals("undelivered") || status.equals("failed") ? "bad" : "ok";
      rows.add(
          List.of(
              Html.escape(message.at().toString()),
              Html.escape(message.to()),
              Html.escape(message.body()),
              "<span class=" + look + ">" + Html.escape(status) + "</span>",
              "<code>" + Html.escape(message.sid()) + "</code>"));
    }
    return new Html("Text messages")
        .table(List.of("at", "to", "text", "status", "message"), rows)
        .page();
  }

  private static String parameters(Map<String, String> parameters) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(parameters)
        .forEach((name, value) -> text.append(name).append('=').append(value).append(' '));
    return text.toString().strip();
  }

  private static <T> List<T> newest(List<T> oldestFirst, int most) {
    return oldestFirst.reversed().stream().limit(most).toList();
  }
}
