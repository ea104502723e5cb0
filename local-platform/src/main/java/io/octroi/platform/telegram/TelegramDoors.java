package io.octroi.platform.telegram;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.RecordedRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets another process act as a person, as their Telegram client would: {@code POST
 * /people/<id>/start?payload=}, {@code …/join?link=}, {@code …/leave?chat=}, {@code GET
 * …/messages}.
 */
final class TelegramDoors {
  static final String PATH = "people";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final TelegramPeople people;

  TelegramDoors(TelegramPeople people) {
    this.people = people;
  }

  Answer answer(String[] path, RecordedRequest request) {
    if (path.length != 4 || !path[2].matches("[0-9]{1,18}")) {
      return problem(404, "POST /people/<id>/start, join or leave");
    }
    // A browser that is led here must not act for anybody.
    boolean reads = path[3].equals("messages");
    if (!request.method().equals(reads ? "GET" : "POST") || request.header("origin").isPresent()) {
      return problem(405, "not this way");
    }
    long user = Long.parseLong(path[2]);
    Map<String, String> query = request.queryParameters();
    return switch (path[3]) {
      case "start" ->
          done(() -> {
            people.start(user, query.getOrDefault("payload", ""));
            return "started";
          });
      case "join" ->
          done(() -> {
            JoinOutcome outcome = people.join(query.getOrDefault("link", ""), user);
            return outcome.name().toLowerCase(Locale.ROOT);
          });
      case "leave" ->
          done(() -> {
            people.leave(Long.parseLong(query.getOrDefault("chat", "0")), user);
            return "left";
          });
      case "messages" ->
          Answer.json(
              200,
              JSON.writeValueAsString(
                  people.messages(user).stream().map(SentMessage::text).toList()));
      default -> problem(404, "a person can start, join and leave");
    };
  }

  private static Answer done(Supplier<String> act) {
    try {
      return Answer.json(200, JSON.writeValueAsString(Map.of("outcome", act.get())));
    } catch (IllegalArgumentException e) {
      return problem(400, "no such chat");
    }
  }

  private static Answer problem(int status, String detail) {
    Map<String, String> problem = new LinkedHashMap<>();
    problem.put("detail", detail);
    return Answer.json(status, JSON.writeValueAsString(problem));
  }
}
