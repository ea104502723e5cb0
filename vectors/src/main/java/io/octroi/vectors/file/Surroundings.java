package io.octroi.vectors.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What is around a request: the endpoint's settings, the certificates at each address, our order
 * and the provider's answer about it.
 */
public final class Surroundings {
  /** What stands for an answer that is no certificate. */
  private static final String NOT_A_CERTIFICATE = "@";

  private final JsonNode context;
  private final JsonNode policy;
  private final JsonNode certificates;

  /**
   * What a file says.
   *
   * @param context the case's own
   * @param policy the file's
   * @param certificates the file's, in PEM by name
   */
  Surroundings(JsonNode context, JsonNode policy, JsonNode certificates) {
    this.context = context;
    this.policy = policy;
    this.certificates = certificates;
  }

  /** The scheme's variant; empty for its default. */
  public String profile() {
    return text("profile") + text("version") + text("env");
  }

  /** The address as the provider wrote it; empty where it does not matter. */
  public String url() {
    return text("url");
  }

  /** Our reference in the path; empty where there is none. */
  public String reference() {
    return text("reference_id");
  }

  /** Where certificates lie at their host; empty for the scheme's default. */
  public String certificatePath() {
    return eitherText("cert_path_prefix");
  }

  /** How old a request may be, in seconds; empty for the default. */
  public String tolerancePastSeconds() {
    return eitherText("tolerance_past_s");
  }

  /** How far ahead a request may be, in seconds; empty for the default. */
  public String toleranceFutureSeconds() {
    return eitherText("tolerance_future_s");
  }

  /** The topics that may speak. */
  public List<String> topics() {
    return names(
        context.has("topic_arns") ? context.path("topic_arns") : policy.path("topic_arns"));
  }

  /** The roots to trust, in PEM; empty for the platform's. */
  public String trustAnchors() {
    return pem(context.path("trust_anchors"));
  }

  /** What each address answers; an empty text is 404. No other address must be requested. */
  public Map<String, String> certificateAnswers() {
    Map<String, String> answers = new LinkedHashMap<>();
    context
        .path("cert_responses")
        .properties()
        .forEach(answer -> answers.put(answer.getKey(), pem(answer.getValue())));
    return answers;
  }

  /** Whether the verdict is about an order of ours. */
  public boolean knowsOrders() {
    return context.has("stored") || context.has("requery");
  }

  /** What we asked the provider to collect. */
  public Optional<JsonNode> order() {
    return Optional.of(context.path("stored")).filter(JsonNode::isObject);
  }

  /** What the provider answers when it is asked. */
  public Optional<JsonNode> answer() {
    return Optional.of(context.path("requery")).filter(JsonNode::isObject);
  }

  private String text(String name) {
    return context.path(name).asString("");
  }

  private String eitherText(String name) {
    return context.has(name) ? text(name) : policy.path(name).asString("");
  }

  private String pem(JsonNode list) {
    StringBuilder all = new StringBuilder();
    for (String name : names(list)) {
      boolean known = !name.startsWith(NOT_A_CERTIFICATE) && certificates.has(name);
      all.append(known ? certificates.path(name).asString("") : name).append('\n');
    }
    return all.toString();
  }

  private static List<String> names(JsonNode list) {
    return list.valueStream().map(each -> each.asString("")).toList();
  }
}
