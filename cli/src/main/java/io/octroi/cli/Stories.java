package io.octroi.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts one story together from what each service tells of it: the payment-worker knows which
 * payments and customers it is about, the others tell what followed.
 */
public final class Stories {
  private final Source source;

  public Stories(Source source) {
    this.source = source;
  }

  /** Where the parts come from. */
  public interface Source {

    /**
     * What one service tells.
     *
     * @param query one parameter: what the story is about
     */
    JsonNode ask(ServiceName service, Map<String, String> query);
  }

  /**
   * The whole story in time order, as an object with {@code steps}, {@code payments}, {@code
   * customers} and {@code complete}. Steps of other payments of the same customer are left out
   * where the story is about one payment or one event.
   *
   * @param subject {@code payment}, {@code customer} or {@code event}
   */
  public JsonNode of(String subject, String id) {
    JsonNode begin = source.ask(ServiceName.PAYMENT_WORKER, Map.of(subject, id));
    Set<String> payments = texts(begin.path("payments"));
    Set<String> customers = texts(begin.path("customers"));
    if (subject.equals("customer")) {
      customers.add(id);
    }
    List<JsonNode> steps = new ArrayList<>();
    boolean complete = add(begin, steps);
    for (String customer : customers) {
      for (ServiceName service : List.of(ServiceName.SUBSCRIPTION_WORKER, ServiceName.NOTIFIER)) {
        complete &= add(source.ask(service, Map.of("customer", customer)), steps);
      }
    }
    if (!subject.equals("customer")) {
      steps.removeIf(step -> ofAnotherPayment(step, payments));
    }
    steps.sort(Comparator.comparing(step -> step.path("at").asString("")));
    return story(steps, payments, customers, complete);
  }

  private static boolean add(JsonNode part, List<JsonNode> steps) {
    part.path("steps").forEach(steps::add);
    return part.path("complete").asBoolean(true);
  }

  private static boolean ofAnotherPayment(JsonNode step, Set<String> payments) {
    String payment = step.at("/details/payment_id").asString("");
    return !payment.isEmpty() && !payments.contains(payment);
  }

  private static ObjectNode story(
      List<JsonNode> steps, Set<String> payments, Set<String> customers, boolean complete) {
    ObjectNode story = JsonMapper.shared().createObjectNode();
    ArrayNode all = story.putArray("steps");
    new LinkedHashSet<>(steps).forEach(all::add);
    payments.forEach(story.putArray("payments")::add);
    customers.forEach(story.putArray("customers")::add);
    story.put("complete", complete);
    return story;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
