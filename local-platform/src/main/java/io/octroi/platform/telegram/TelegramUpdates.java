package io.octroi.platform.telegram;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happened in the chats, on its way to the bot: by webhook if one is set, else kept until the
 * bot asks. The webhook is tried once for each new update, together with those that wait; the
 * oldest of more than {@value #LIMIT} are dropped.
 */
final class TelegramUpdates implements AutoCloseable {
  private static final int LIMIT = 1_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private record Pending(long id, Map<String, Object> update) {}

  private final Deque<Pending> pending = new ArrayDeque<>();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ReentrantLock delivery = new ReentrantLock();
  private String url = "";
  private String secretToken = "";
  private String lastError = "";

  Object setWebhook(Parameters parameters) {
    synchronized (this) {
      url = parameters.text("url");
      secretToken = parameters.text("secret_token");
      lastError = "";
    }
    deliver();
    return true;
  }

  synchronized Object webhookInfo() {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("url", url);
    info.put("has_custom_certificate", false);
    info.put("pending_update_count", pending.size());
    if (!lastError.isEmpty()) {
      info.put("last_error_message", lastError);
    }
    return info;
  }

  /** What waits, from the offset on; what lies before it is forgotten. */
  synchronized Object poll(Parameters parameters) {
    if (!url.isEmpty()) {
      throw TelegramRefusal.conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
              + " webhook first");
    }
    long offset = parameters.number("offset", 0);
    pending.removeIf(update -> update.id() < offset);
    return pending.stream().limit(parameters.number("limit", 100)).map(Pending::update).toList();
  }

  synchronized void add(long id, String kind, Map<String, Object> content) {
    Map<String, Object> update = new LinkedHashMap<>();
    update.put("update_id", id);
    update.put(kind, content);
    if (pending.size() == LIMIT) {
      pending.removeFirst();
    }
    pending.addLast(new Pending(id, update));
  }

  /**
   * Posts what waits, in its order, until the webhook refuses one. Holds nothing that a bot needs
   * for calling back while it handles an update.
   */
  void deliver() {
    delivery.lock();
    try {
      Optional<Pending> next = next();
      while (next.isPresent() && posted(next.get())) {
        forget(next.get());
        next = next();
      }
    } finally {
      delivery.unlock();
    }
  }

  private synchronized Optional<Pending> next() {
    return url.isEmpty() ? Optional.empty() : Optional.ofNullable(pending.peekFirst());
  }

  private synchronized void forget(Pending update) {
    pending.remove(update);
  }

  private synchronized HttpRequest request(Pending update) {
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(Duration.ofSeconds(10))
        .header("Content-Type", "application/json")
        .header("X-Telegram-Bot-Api-Secret-Token", secretToken)
        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(update.update())))
        .build();
  }

  private synchronized void failed(String error) {
    lastError = error;
  }

  private boolean posted(Pending update) {
    String error = "";
    try {
      int status =
          client.send(request(update), HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        error = "Wrong response from the webhook: " + status;
      }
    } catch (IOException e) {
      error = "Connection failed";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      error = "Interrupted";
    }
    failed(error);
    return error.isEmpty();
  }

  synchronized List<Map<String, Object>> waiting() {
    return pending.stream().map(Pending::update).toList();
  }

  @Override
  public void close() {
    client.close();
  }
}
