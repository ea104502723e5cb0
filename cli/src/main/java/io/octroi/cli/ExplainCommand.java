package io.octroi.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The whole story of a payment, a customer or an event. */
@Command(
    name = "explain",
    description = "What happened, from the request to the message, in time order and with why.")
final class ExplainCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  /** What is to be explained: one of these. */
  static final class Which {
    @Option(names = "--payment", defaultValue = "", description = "A payment, by our id.")
    String payment = "";

    @Option(names = "--customer", defaultValue = "", description = "A customer, by our id.")
    String customer = "";

    @Option(names = "--event", defaultValue = "", description = "An event, by its provider's id.")
    String event = "";

    private List<String> subject() {
      if (!payment.isEmpty()) {
        return List.of("payment", payment);
      }
      return customer.isEmpty() ? List.of("event", event) : List.of("customer", customer);
    }
  }

  @Override
  public Integer call() {
    List<String> subject = which.subject();
    ManagementApi api = common.api();
    JsonNode story =
        new Stories((service, query) -> api.get(service, "/story", query))
            .of(subject.getFirst(), subject.getLast());
    common.output().story(story, ExplainCommand::details);
    return Exit.OK;
  }

  private static String details(JsonNode step) {
    return step.path("details")
        .propertyStream()
        .map(detail -> detail.getKey() + "=" + detail.getValue().asString(""))
        .collect(Collectors.joining(" "));
  }
}
