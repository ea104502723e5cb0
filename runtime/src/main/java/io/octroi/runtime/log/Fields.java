package io.octroi.runtime.log;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which keys log lines may have, and what their values may look like. */
public final class Fields {
  /** Stands where something may not be shown. */
  static final String MASK = "[masked]";

  private static final Map<String, Shape> SHAPES =
      Map.ofEntries(
          entry(LogKeys.ACTION, Shape.CODE),
          entry(LogKeys.APPLIED, Shape.FLAG),
          entry(LogKeys.ATTEMPT, Shape.NUMBER),
          entry(LogKeys.CALL_ID, Shape.OWN_ID),
          entry(LogKeys.CHAT, Shape.NUMBER),
          entry(LogKeys.CHECK, Shape.CODE),
          entry(LogKeys.CODE, Shape.CODE),
          entry(LogKeys.COUNT, Shape.NUMBER),
          entry(LogKeys.DELIVERY, Shape.OWN_ID),
          entry(LogKeys.DIFFERENCES, Shape.NUMBER),
          entry(LogKeys.DRY_RUN, Shape.FLAG),
          entry(LogKeys.ENDPOINT, Shape.LABEL),
          entry(LogKeys.ERROR, Shape.CODE),
          entry(LogKeys.EVENT_ID, Shape.FOREIGN_ID),
          entry(LogKeys.EVENT_TYPE, Shape.CODE),
          entry(LogKeys.EXPIRED, Shape.NUMBER),
          entry(LogKeys.FAILED, Shape.NUMBER),
          entry(LogKeys.FAMILY, Shape.LABEL),
          entry(LogKeys.FINDINGS, Shape.NUMBER),
          entry(LogKeys.GROUP, Shape.LABEL),
          entry(LogKeys.INTO_PAYMENT_ID, Shape.OWN_ID),
          entry(LogKeys.KIND, Shape.CODE),
          entry(LogKeys.LOOKED_AT, Shape.NUMBER),
          entry(LogKeys.METHOD, Shape.CODE),
          entry(LogKeys.NOTIFICATION, Shape.OWN_ID),
          entry(LogKeys.OFFSET, Shape.NUMBER),
          entry(LogKeys.OPERATOR, Shape.LABEL),
          entry(LogKeys.PARTITION, Shape.NUMBER),
          entry(LogKeys.PAYMENT_ID, Shape.OWN_ID),
          entry(LogKeys.PLAN_CODE, Shape.CODE),
          entry(LogKeys.PROVIDER, Shape.CODE),
          entry(LogKeys.REASON, Shape.CODE),
          entry(LogKeys.REBUILD_ID, Shape.OWN_ID),
          entry(LogKeys.RECORD, Shape.POSITION),
          entry(LogKeys.REDEEMED, Shape.NUMBER),
          entry(LogKeys.RELEASE_ID, Shape.OWN_ID),
          entry(LogKeys.REMINDED, Shape.NUMBER),
          entry(LogKeys.ROUTE, Shape.ROUTE),
          entry(LogKeys.SECRET, Shape.SECRET_ID),
          entry(LogKeys.SECRET_VERSIONS, Shape.LABEL),
          entry(LogKeys.SETTINGS, Shape.LABEL),
          entry(LogKeys.STATED_REASON, Shape.STATED),
          entry(LogKeys.STATUS, Shape.NUMBER),
          entry(LogKeys.SUBSCRIPTION_ID, Shape.OWN_ID),
          entry(LogKeys.TOPIC, Shape.LABEL),
          entry(LogKeys.TRACE_ID, Shape.HEX_ID),
          // Of the libraries: the context that tracing gives each line.
          entry("traceId", Shape.HEX_ID),
          entry("spanId", Shape.HEX_ID));

  private Fields() {}

  /** What a key's values may look like; empty where the key may not be shown at all. */
  public static Optional<Shape> shape(String key) {
    return Optional.ofNullable(SHAPES.get(key));
  }

  /** The value, where the key has one and it looks as it should. */
  static @Nullable Object masked(String key, @Nullable Object value) {
    Shape shape = SHAPES.get(key);
    if (value == null) {
      return null;
    }
    return shape == null ? MASK : masked(shape, value);
  }

  private static Object masked(Shape shape, @Nullable Object value) {
    return switch (value) {
      case Collection<?> several -> several.stream().map(one -> masked(shape, one)).toList();
      case Map<?, ?> counts ->
          counts.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      one -> masked(Shape.CODE, one.getKey()),
                      one -> masked(shape, one.getValue()),
                      (first, _) -> first,
                      LinkedHashMap::new));
      case Number number when shape == Shape.NUMBER -> number;
      case Boolean flag when shape == Shape.FLAG -> flag;
      case null, default -> masked(shape, String.valueOf(value));
    };
  }

  private static String masked(Shape shape, String text) {
    if (shape == Shape.STATED) {
      return Prose.withoutData(text);
    }
    return shape.admits(text) ? text : MASK;
  }
}
