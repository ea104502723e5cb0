package io.octroi.bench.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything a run found, for programs. */
public final class JsonReport {
  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonReport() {}

  /**
   * The document.
   *
   * @param machine what the run was on, by name
   */
  public static String of(
      Instant at, Map<String, String> machine, Findings findings, List<Target> targets) {
    ObjectNode root = JSON.createObjectNode();
    root.put("at", at.toString());
    ObjectNode on = root.putObject("machine");
    machine.forEach(on::put);
    for (Findings.Figure figure : findings.all()) {
      Spread spread = figure.spread();
      ObjectNode each = root.withArray("figures").addObject();
      each.put("scenario", figure.key().scenario())
          .put("figure", figure.key().figure())
          .put("of", figure.key().subject())
          .put("unit", figure.unit().symbol())
          .put("min", spread.min())
          .put("median", spread.median())
          .put("max", spread.max());
      figure.values().forEach(each.withArray("rounds")::add);
    }
    for (Target target : targets) {
      ObjectNode each = root.withArray("targets").addObject();
      each.put("target", target.text())
          .put("bound", target.bound().symbol())
          .put("limit", target.limit())
          .put("verdict", Targets.words(target.verdict(findings)));
      target.value(findings).ifPresent(value -> each.put("reached", value));
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }
}
