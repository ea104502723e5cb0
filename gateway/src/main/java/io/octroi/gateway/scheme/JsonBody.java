package io.octroi.gateway.scheme;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The envelope of a JSON body. Where a scheme can, it parses after the signature held: a parser is
 * no place for strangers. Depth, numbers and names have limits for those that cannot.
 */
public final class JsonBody {
  /** The event type of a body that names none. */
  public static final String UNKNOWN_TYPE = "unknown";

  /** No identifier, type or key is longer, in characters. */
  public static final int MAX_IDENTIFIER = 255;

  private static final int MAX_DEPTH = 64;
  private static final int MAX_NUMBER = 64;
  private static final int MAX_NAME = 1_024;
  private static final char REPLACEMENT = '\uFFFD';

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER)
                          .maxNameLength(MAX_NAME)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // The next reader might take the other one of two ids.
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private final JsonNode root;

  private JsonBody(JsonNode root) {
    this.root = root;
  }

  /** Reads one JSON object in strict UTF-8; anything else is {@code malformed-body}. */
  public static Attempt<JsonBody> parse(byte[] body) {
    try {
      JsonNode root = MAPPER.readTree(text(body));
      return root.isObject()
          ? Attempt.passed(new JsonBody(root))
          : Attempt.failed(RejectionReason.MALFORMED_BODY);
    } catch (CharacterCodingException | JacksonException e) {
      return Attempt.failed(RejectionReason.MALFORMED_BODY);
    }
  }

  /**
   * The lenient decoder of strings is many times faster than the strict one, and marks whatever it
   * cannot read: only where there is such a mark, the strict one has to tell whether it was sent.
   */
  private static String text(byte[] body) throws CharacterCodingException {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0
        ? text
        : StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(body))
            .toString();
  }

  /** As {@link #parse}, but a body that cannot be read is one that says nothing. */
  public static JsonBody parseLeniently(byte[] body) {
    return switch (parse(body)) {
      case Attempt.Passed<JsonBody>(JsonBody json) -> json;
      case Attempt.Failed<JsonBody> _ -> new JsonBody(MAPPER.createObjectNode());
    };
  }

  /** The text at {@code path}, if it can serve as an identifier: short, not blank, one line. */
  public Optional<String> identifier(String... path) {
    return text(path).filter(JsonBody::identifies);
  }

  /** As {@link #identifier}; a whole number serves too, in its digits. */
  public Optional<String> reference(String... path) {
    return identifier(path).or(() -> whole(path).map(number -> Long.toString(number)));
  }

  /** Whether a text can serve as an identifier: short, not blank, one line. */
  public static boolean identifies(String text) {
    return !text.isBlank()
        && text.length() <= MAX_IDENTIFIER
        && text.codePoints().noneMatch(Character::isISOControl);
  }

  /** Whether there is nothing at {@code path}, or null. */
  public boolean lacks(String... path) {
    JsonNode node = at(path);
    return node.isMissingNode() || node.isNull();
  }

  /** The names of the members of the object itself, in order of arrival. */
  public List<String> names() {
    return List.copyOf(root.propertyNames());
  }

  /** The objects in the array at {@code path}; empty if there is none. */
  public List<JsonBody> items(String... path) {
    return at(path).valueStream().filter(JsonNode::isObject).map(JsonBody::new).toList();
  }

  /** The text at {@code path}. */
  public Optional<String> text(String... path) {
    JsonNode node = at(path);
    return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  /** The whole number at {@code path}. */
  public Optional<Long> whole(String... path) {
    JsonNode node = at(path);
    return node.isIntegralNumber() && node.canConvertToLong()
        ? Optional.of(node.longValue())
        : Optional.empty();
  }

  private JsonNode at(String... path) {
    JsonNode node = root;
    for (String name : path) {
      node = node.path(name);
    }
    return node;
  }
}
