package io.octroi.runtime.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.helpers.MessageFormatter;

/**
 * Makes of a log event one that may be shown. Messages of our own loggers are constants, which the
 * build checks, and stand; everything else passes by an allow-list: keys and the shapes of their
 * values by {@link Fields}, all other text by the {@link Vocabulary}.
 */
final class Masking {
  private final Vocabulary vocabulary;

  Masking(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The very event, where nothing is to be hidden. */
  ILoggingEvent of(ILoggingEvent event) {
    String message = message(event);
    List<KeyValuePair> pairs = pairs(event.getKeyValuePairs());
    Map<String, String> context = context(event.getMDCPropertyMap());
    IThrowableProxy throwable = event.getThrowableProxy();
    boolean whole =
        throwable == null
            && event.getArgumentArray() == null
            && message.equals(event.getMessage())
            && Objects.equals(pairs, event.getKeyValuePairs())
            && context.equals(event.getMDCPropertyMap());
    return whole
        ? event
        : new MaskedEvent(
            event,
            message,
            pairs,
            context,
            throwable == null ? null : new MaskedThrowable(throwable, vocabulary));
  }

  private String message(ILoggingEvent event) {
    if (event.getMessage() == null) {
      return "";
    }
    if (!isOurs(event)) {
      return Prose.masked(event.getFormattedMessage(), vocabulary);
    }
    Object[] arguments = event.getArgumentArray();
    if (arguments == null) {
      return event.getMessage();
    }
    Object[] masked =
        Arrays.stream(arguments)
            .map(one -> Prose.masked(String.valueOf(one), vocabulary))
            .toArray();
    return MessageFormatter.arrayFormat(event.getMessage(), masked).getMessage();
  }

  /** Without a marker: base classes of libraries log in the name of our classes, and leave one. */
  private static boolean isOurs(ILoggingEvent event) {
    String logger = event.getLoggerName();
    List<Marker> markers = event.getMarkerList();
    return (logger.startsWith("io.octroi.") || logger.equals("audit"))
        && (markers == null || markers.isEmpty());
  }

  private @Nullable List<KeyValuePair> pairs(@Nullable List<KeyValuePair> pairs) {
    if (pairs == null) {
      return null;
    }
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    pairs.stream()
        .filter(pair -> mayBeNamed(pair.key))
        .forEach(pair -> shown.putIfAbsent(pair.key, Fields.masked(pair.key, pair.value)));
    boolean whole =
        shown.size() == pairs.size()
            && pairs.stream().allMatch(pair -> Objects.equals(pair.value, shown.get(pair.key)));
    return whole
        ? pairs
        : shown.entrySet().stream()
            .map(one -> new KeyValuePair(one.getKey(), one.getValue()))
            .toList();
  }

  private Map<String, String> context(Map<String, String> context) {
    if (context.entrySet().stream().allMatch(Masking::isShown)) {
      return context;
    }
    Map<String, String> shown = new LinkedHashMap<>();
    context.forEach((key, value) -> {
      if (mayBeNamed(key)) {
        shown.put(key, String.valueOf(Fields.masked(key, value)));
      }
    });
    return shown;
  }

  /** A key is a constant of somebody's code; one that is no word is left out. */
  private boolean mayBeNamed(String key) {
    return Fields.shape(key).isPresent() || vocabulary.knows(key);
  }

  private static boolean isShown(Map.Entry<String, String> entry) {
    return Objects.equals(entry.getValue(), Fields.masked(entry.getKey(), entry.getValue()));
  }
}
