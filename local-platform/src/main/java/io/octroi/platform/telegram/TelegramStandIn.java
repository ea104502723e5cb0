package io.octroi.platform.telegram;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import io.octroi.platform.store.JsonFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Telegram's Bot API for one bot on one machine. Tests and people act through {@link #people()}; a
 * bot calls {@code /bot<token>/<method>}. The last {@value #KEPT_CALLS} calls are kept.
 */
public final class TelegramStandIn implements AutoCloseable {
  private static final int KEPT_CALLS = 10_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Settings settings;
  private final Optional<JsonFile<TelegramWorld.Saved>> file;
  private final TelegramWorld world;
  private final TelegramMethods methods;
  private final TelegramUpdates updates = new TelegramUpdates();
  private final TelegramPeople people;
  private final TelegramDoors doors;
  private final Deque<TelegramCall> calls = new ArrayDeque<>();
  private final List<Scripted> faults = new ArrayList<>();
  private final LoopbackServer server;
  private volatile String token;

  private TelegramStandIn(Settings settings) {
    this.settings = settings;
    this.token = settings.token();
    this.file =
        settings
            .directory()
            .map(d -> new JsonFile<>(d.resolve("telegram.json"), TelegramWorld.Saved.class));
    this.world = TelegramWorld.loadedFrom(file);
    TelegramMoves moves = new TelegramMoves(world, updates, settings.clock());
    this.methods = new TelegramMethods(world, moves, settings.clock());
    this.people = new TelegramPeople(world, updates, moves, settings.clock(), this::changeAndTell);
    this.doors = new TelegramDoors(people);
    this.server =
        LoopbackServer.start("Telegram stand-in", settings.port(), settings.clock(), this::answer);
  }

  /**
   * How it runs.
   *
   * @param port 0 picks a free one
   * @param token the one bot token it accepts, until there is a new one
   * @param directory where chats, people and messages are kept; empty keeps them in memory
   */
  public record Settings(int port, String token, Clock clock, Optional<Path> directory) {}

  private record Scripted(String method, TelegramFault fault) {}

  public static TelegramStandIn start(Settings settings) {
    return new TelegramStandIn(settings);
  }

  /** What stands in the place of https://api.telegram.org. */
  public URI uri() {
    return server.uri();
  }

  public LoopbackServer server() {
    return server;
  }

  /** The other side: chats, and people who join, leave, start and block. */
  public TelegramPeople people() {
    return people;
  }

  /** Gives the bot a new token, as BotFather does: the old one is worth nothing from now on. */
  public void token(String value) {
    token = value;
  }

  /** Has updates posted from now on, as setWebhook does. */
  public void webhook(URI url, String secretToken) {
    updates.setWebhook(new Parameters(Map.of("url", url.toString(), "secret_token", secretToken)));
  }

  /** Answers the next calls of a method with a fault instead. */
  public void fail(String method, int times, TelegramFault fault) {
    synchronized (faults) {
      for (int i = 0; i < times; i++) {
        faults.add(new Scripted(method.toLowerCase(Locale.ROOT), fault));
      }
    }
  }

  /** Calls so far, oldest first. */
  public List<TelegramCall> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /** Calls of one method, oldest first. */
  public List<TelegramCall> calls(String method) {
    return calls().stream().filter(call -> call.method().equalsIgnoreCase(method)).toList();
  }

  @Override
  public void close() {
    server.close();
    updates.close();
  }

  private <T> T change(Supplier<T> work) {
    synchronized (world) {
      T result = work.get();
      file.ifPresent(saved -> saved.save(world.snapshot()));
      return result;
    }
  }

  private <T> T changeAndTell(Supplier<T> work) {
    T result = change(work);
    updates.deliver();
    return result;
  }

  private Answer answer(RecordedRequest request) {
    String[] path = request.path().split("/", -1);
    if (path.length > 1 && path[1].equals(TelegramDoors.PATH)) {
      return doors.answer(path, request);
    }
    String method = path.length == 3 ? path[2] : "";
    Parameters parameters = new Parameters(Map.of());
    try {
      if (path.length < 2 || !path[1].equals("bot" + token)) {
        throw TelegramRefusal.unauthorized();
      }
      parameters = Parameters.of(request);
      return kept(method, parameters, faultOrCall(method.toLowerCase(Locale.ROOT), parameters));
    } catch (TelegramRefusal e) {
      return kept(method, parameters, refusal(e));
    }
  }

  private Answer faultOrCall(String method, Parameters parameters) {
    Optional<TelegramFault> fault = nextFault(method);
    if (fault.isEmpty()) {
      return success(carryOut(method, parameters));
    }
    return switch (fault.get()) {
      case TelegramFault.TooManyRequests many ->
          throw TelegramRefusal.tooMany(many.retryAfter().toSeconds());
      case TelegramFault.Upgraded upgraded ->
          throw TelegramRefusal.upgradedTo(upgraded.newChatId());
      case TelegramFault.Broken _ -> throw TelegramRefusal.broken();
      case TelegramFault.BadRequest bad -> throw TelegramRefusal.badRequest(bad.text());
      case TelegramFault.Forbidden forbidden -> throw TelegramRefusal.forbidden(forbidden.text());
      case TelegramFault.HangUp _ -> Answer.hangUp();
      case TelegramFault.HangUpAfter _ -> {
        carryOut(method, parameters);
        yield Answer.hangUp();
      }
    };
  }

  private Optional<TelegramFault> nextFault(String method) {
    synchronized (faults) {
      Optional<Scripted> next =
          faults.stream().filter(fault -> fault.method().equals(method)).findFirst();
      next.ifPresent(faults::remove);
      return next.map(Scripted::fault);
    }
  }

  private Object carryOut(String method, Parameters parameters) {
    return switch (method) {
      case "setwebhook" -> updates.setWebhook(parameters);
      case "deletewebhook" -> updates.setWebhook(new Parameters(Map.of()));
      case "getwebhookinfo" -> updates.webhookInfo();
      case "getupdates" -> updates.poll(parameters);
      default -> {
        Optional<Object> result = change(() -> methods.call(method, parameters));
        // As with Telegram, the bot has its answer before it is told what it did.
        Thread.startVirtualThread(updates::deliver);
        yield result.orElseThrow(TelegramRefusal::unknownMethod);
      }
    };
  }

  private Answer kept(String method, Parameters parameters, Answer answer) {
    int status = answer instanceof Answer.Reply reply ? reply.status() : 0;
    String body = answer instanceof Answer.Reply reply ? reply.body() : "";
    synchronized (calls) {
      if (calls.size() == KEPT_CALLS) {
        calls.removeFirst();
      }
      calls.addLast(
          new TelegramCall(method, parameters.values(), status, body, settings.clock().instant()));
    }
    return answer;
  }

  private static Answer success(Object result) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ok", true);
    body.put("result", result);
    return Answer.json(200, JSON.writeValueAsString(body));
  }

  private static Answer refusal(TelegramRefusal refusal) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ok", false);
    body.put("error_code", refusal.code());
    body.put("description", refusal.description());
    if (!refusal.parameters().isEmpty()) {
      body.put("parameters", refusal.parameters());
    }
    Answer.Reply reply = Answer.json(refusal.code(), JSON.writeValueAsString(body));
    return Optional.ofNullable(refusal.parameters().get("retry_after"))
        .map(seconds -> reply.withHeader("Retry-After", seconds.toString()))
        .orElse(reply);
  }
}
