package io.octroi.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Acts as a person in the stand-in for Telegram: starts the bot, asks to join, leaves, reads. */
final class TelegramCommand {
  private TelegramCommand() {}

  /**
   * @return 0 when the stand-in did it, 1 otherwise
   */
  static int run(Options options, PrintStream out) {
    RunFile running = RunFile.read(Home.open(options.path("home", Path.of(".octroi"))));
    String person = options.text("telegram-user", "");
    if (!person.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException("--telegram-user takes the number of an account");
    }
    String people = running.telegramUrl() + "/people/" + person;
    try (HttpClient http = HttpClient.newHttpClient()) {
      if (options.has("start")) {
        act(http, people + "/start?payload=" + encoded(payload(options.text("start", ""))), out);
      }
      if (options.has("join")) {
        act(http, people + "/join?link=" + encoded(options.text("join", "")), out);
      }
      if (options.has("leave")) {
        act(http, people + "/leave?chat=" + encoded(options.text("leave", "")), out);
      }
      for (JsonNode message :
          call(http, HttpRequest.newBuilder(URI.create(people + "/messages")))) {
        out.println("--- the bot wrote:");
        out.println(message.asString(""));
      }
      return 0;
    } catch (IOException | JacksonException e) {
      throw new StartException("Telegram's stand-in does not answer. Is it running? bin/octroi up");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** A whole start link, as it is in the mail, or its payload alone. */
  private static String payload(String text) {
    int start = text.indexOf("?start=");
    return start < 0 ? text : text.substring(start + "?start=".length());
  }

  private static void act(HttpClient http, String uri, PrintStream out)
      throws IOException, InterruptedException {
    JsonNode answer =
        call(
            http,
            HttpRequest.newBuilder(URI.create(uri)).POST(HttpRequest.BodyPublishers.noBody()));
    out.println(answer.path("outcome").asString(answer.path("detail").asString("")));
  }

  private static JsonNode call(HttpClient http, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return JsonMapper.shared().readTree(response.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
