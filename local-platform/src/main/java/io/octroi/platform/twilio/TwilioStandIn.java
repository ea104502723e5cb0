package io.octroi.platform.twilio;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import io.octroi.platform.provider.AccessTokens;
import io.octroi.platform.provider.Faults;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.Json;
import io.octroi.platform.provider.Shelf;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Twilio's message API for one account on one machine. It keeps what was sent and posts nothing by
 * itself: {@link #status} makes the callback's fields, and a {@link TwilioCarrier} posts them.
 */
public final class TwilioStandIn implements AutoCloseable {
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private final Settings settings;
  private final List<TwilioMessage> sent = new ArrayList<>();
  private final Shelf messages = new Shelf();
  private final Map<String, Integer> refused = new ConcurrentHashMap<>();
  private final LoopbackServer server;
  private volatile Consumer<TwilioMessage> carrier = _ -> {};
  private volatile String authToken;

  private TwilioStandIn(Settings settings) {
    this.settings = settings;
    this.authToken = settings.authToken();
    this.server =
        LoopbackServer.start("Twilio stand-in", settings.port(), settings.clock(), this::answer);
  }

  /**
   * How it runs.
   *
   * @param port 0 picks a free one
   */
  public record Settings(int port, String accountSid, String authToken, Clock clock, Ids ids) {}

  public static TwilioStandIn start(Settings settings) {
    return new TwilioStandIn(settings);
  }

  public URI uri() {
    return server.uri();
  }

  /** For scripted answers and recorded requests. */
  public LoopbackServer server() {
    return server;
  }

  public Faults faults() {
    return new Faults(server, TwilioStandIn::error);
  }

  /** Promotes a new auth token: the old one is worth nothing from now on. */
  public void authToken(String value) {
    authToken = value;
  }

  /** Hands accepted messages on from now on. */
  public void carriedBy(Consumer<TwilioMessage> value) {
    carrier = value;
  }

  /** What was accepted so far, oldest first. */
  public List<TwilioMessage> sent() {
    synchronized (sent) {
      return List.copyOf(sent);
    }
  }

  /** What was accepted for one number, oldest first. */
  public List<TwilioMessage> sentTo(String number) {
    return sent().stream().filter(message -> message.to().equals(number)).toList();
  }

  /** How far a message has come, as it would be shown to who asks. */
  public String statusOf(TwilioMessage message) {
    return messages.find(message.sid()).map(m -> m.path("status").asString("")).orElse("");
  }

  /** Refuses messages to a number from now on, with a code such as 21610 (opted out) or 21608. */
  public void refuse(String number, int code) {
    refused.put(number, code);
  }

  /**
   * What became of a message: the fields of the callback.
   *
   * @param status sent, delivered, undelivered or failed
   * @param errorCode such as 30003; 0 for none
   */
  public SequencedMap<String, String> status(TwilioMessage message, String status, int errorCode) {
    messages.change(message.sid(), known -> known.put("status", status));
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put("SmsSid", message.sid());
    fields.put("SmsStatus", status);
    fields.put("MessageStatus", status);
    if (errorCode != 0) {
      fields.put("ErrorCode", Integer.toString(errorCode));
    }
    fields.put("To", message.to());
    fields.put("MessageSid", message.sid());
    fields.put("AccountSid", settings.accountSid());
    fields.put("From", message.from());
    fields.put("ApiVersion", "2010-04-01");
    return fields;
  }

  @Override
  public void close() {
    server.close();
  }

  private Answer answer(RecordedRequest request) {
    if (!AccessTokens.basic(request, settings.accountSid(), authToken)) {
      return error(401);
    }
    String base = "/2010-04-01/Accounts/" + settings.accountSid() + "/Messages";
    if (request.path().equals(base + ".json") && request.method().equals("POST")) {
      return take(request.formParameters());
    }
    if (request.path().equals(base + ".json")) {
      return list(request.queryParameters());
    }
    String sid = request.path().replace(base + "/", "").replace(".json", "");
    return messages
        .find(sid)
        .map(found -> Answer.json(200, Json.write(found)))
        .orElseGet(() -> error(404));
  }

  /** The newest first, as many as asked for. */
  private Answer list(Map<String, String> query) {
    String to = query.getOrDefault("To", "");
    List<ObjectNode> found =
        messages.where(known -> to.isEmpty() || known.path("to").asString("").equals(to));
    ObjectNode page = Json.object();
    ArrayNode list = page.putArray("messages");
    found.reversed().stream()
        .limit(Integer.parseInt(query.getOrDefault("PageSize", "50")))
        .forEach(list::add);
    return Answer.json(200, Json.write(page.put("page", 0).putNull("next_page_uri")));
  }

  private Answer take(Map<String, String> form) {
    String to = form.getOrDefault("To", "");
    if (!NUMBER.matcher(to).matches()) {
      return coded(400, 21211, "The 'To' number " + to + " is not a valid phone number.");
    }
    if (refused.containsKey(to)) {
      return coded(400, refused.get(to), "The message was refused for this number.");
    }
    String body = form.getOrDefault("Body", "");
    if (body.isEmpty()) {
      return coded(400, 21602, "Message body is required.");
    }
    String from = form.getOrDefault("From", form.getOrDefault("MessagingServiceSid", ""));
    if (from.isEmpty()) {
      return coded(400, 21603, "A 'From' phone number is required.");
    }
    Instant now = settings.clock().instant();
    TwilioMessage message =
        new TwilioMessage(
            "SM" + settings.ids().hex(32),
            to,
            from,
            body,
            form.getOrDefault("StatusCallback", ""),
            now);
    synchronized (sent) {
      sent.add(message);
    }
    ObjectNode known = shown(message);
    messages.put(message.sid(), now, known);
    carrier.accept(message);
    return Answer.json(201, Json.write(known));
  }

  private ObjectNode shown(TwilioMessage message) {
    ObjectNode known = Json.object().put("sid", message.sid());
    known.put("account_sid", settings.accountSid()).put("api_version", "2010-04-01");
    known.put("body", message.body()).put("date_created", TIME.format(message.at()));
    known.putNull("date_sent").put("direction", "outbound-api").putNull("error_code");
    known.putNull("error_message").put("from", message.from()).put("num_segments", "1");
    known.put("status", "queued").put("to", message.to());
    return known;
  }

  private static Answer.Reply error(int status) {
    return switch (status) {
      case 401 -> coded(401, 20003, "Authenticate");
      case 404 -> coded(404, 20404, "The requested resource was not found");
      case 429 -> coded(429, 20429, "Too Many Requests");
      default -> coded(status, 20500, "An internal server error has occurred");
    };
  }

  private static Answer.Reply coded(int status, int code, String message) {
    ObjectNode body = Json.object().put("code", code).put("message", message);
    body.put("more_info", "https://www.twilio.com/docs/errors/" + code).put("status", status);
    return Answer.json(status, Json.write(body));
  }
}
