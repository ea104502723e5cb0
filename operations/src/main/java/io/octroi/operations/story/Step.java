package io.octroi.operations.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that happened.
 *
 * @param at by our clock; what a provider did carries our time of learning it
 * @param service who tells it
 * @param kind a stable name such as {@code request-received}
 * @param summary one line for people; no personal data
 * @param details names and values in the order in which they are best read; no personal data
 * @param traceId 32 hex digits; empty where it was not traced
 */
public record Step(
    @JsonProperty("at") Instant at,
    @JsonProperty("service") String service,
    @JsonProperty("kind") String kind,
    @JsonProperty("summary") String summary,
    @JsonProperty("details") Map<String, String> details,
    @JsonProperty("trace_id") String traceId) {
  /** By time; steps of one time stay in the order in which they were told. */
  public static final Comparator<Step> BY_TIME = Comparator.comparing(Step::at);

  /** Begins a step. */
  public static Telling at(Instant at, String service, String kind) {
    return new Telling(at, service, kind);
  }

  /** A step that is being told. */
  public static final class Telling {
    private final Instant at;
    private final String service;
    private final String kind;
    private final Map<String, String> details = new LinkedHashMap<>();
    private String traceId = "";

    private Telling(Instant at, String service, String kind) {
      this.at = at;
      this.service = service;
      this.kind = kind;
    }

    /** Adds a detail; an empty value says nothing and is left out. */
    public Telling with(String name, Object value) {
      String text = value.toString();
      if (!text.isEmpty()) {
        details.put(name, text);
      }
      return this;
    }

    /**
     * In which trace it happened.
     *
     * @param traceparent W3C trace context; anything else is no trace
     */
    public Telling traced(String traceparent) {
      String[] parts = traceparent.split("-", -1);
      traceId = parts.length >= 2 && parts[1].length() == 32 ? parts[1] : "";
      return this;
    }

    public Step told(String summary) {
      return new Step(at, service, kind, summary, Collections.unmodifiableMap(details), traceId);
    }
  }
}
