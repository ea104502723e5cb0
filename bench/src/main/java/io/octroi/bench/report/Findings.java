package io.octroi.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Every figure of a run, each with what every round gave, in the order they were first had in. */
public final class Findings {
  private final Map<Key, Figure> figures = new LinkedHashMap<>();
  private final BiConsumer<Key, String> told;

  /**
   * None yet.
   *
   * @param told hears of each as soon as it is had
   */
  public Findings(BiConsumer<Key, String> told) {
    this.told = told;
  }

  /** What the rounds gave of one thing. */
  public record Figure(Key key, Unit unit, List<Double> values) {
    public Spread spread() {
      return Spread.of(values);
    }
  }

  /** Keeps what a round gave. */
  public void add(Key key, Unit unit, double value) {
    figures.computeIfAbsent(key, _ -> new Figure(key, unit, new ArrayList<>())).values().add(value);
    told.accept(key, Numbers.of(value) + " " + unit.symbol());
  }

  public List<Figure> all() {
    return List.copyOf(figures.values());
  }

  /** The middle of what the rounds gave; empty where none measured it. */
  public Optional<Double> median(Key key) {
    return Optional.ofNullable(figures.get(key)).map(figure -> figure.spread().median());
  }
}
