package io.octroi.gateway.scheme;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of an {@code application/x-www-form-urlencoded} body, decoded, in the order of their
 * arrival, repetitions kept. Strict, because what is signed are the decoded values: a broken escape
 * or broken UTF-8 that some decoder would repair is refused.
 */
public record FormBody(List<Field> fields) {
  /** No form has more. */
  public static final int MAX_FIELDS = 256;

  /** One field; personal data, never to be logged. */
  public record Field(String name, String value) {
    @Override
    public String toString() {
      return "Field[" + name + "]";
    }
  }

  /** Reads a body; {@code unreadable-body} if it is none or has too many fields. */
  public static Attempt<FormBody> parse(byte[] body) {
    List<Field> fields = new ArrayList<>();
    int start = 0;
    while (start < body.length) {
      int end = indexOf(body, '&', start, body.length);
      if (end > start) {
        int equals = indexOf(body, '=', start, end);
        Optional<String> name = decode(body, start, equals);
        Optional<String> value = decode(body, Math.min(equals + 1, end), end);
        if (name.isEmpty() || value.isEmpty() || fields.size() == MAX_FIELDS) {
          return Attempt.failed(RejectionReason.UNREADABLE_BODY);
        }
        fields.add(new Field(name.get(), value.get()));
      }
      start = end + 1;
    }
    return Attempt.passed(new FormBody(List.copyOf(fields)));
  }

  /** The values of all fields of that name. */
  public List<String> all(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).toList();
  }

  /** The first value of that name, if it can serve as an identifier. */
  public Optional<String> identifier(String name) {
    return all(name).stream().findFirst().filter(JsonBody::identifies);
  }

  private static int indexOf(byte[] body, char wanted, int from, int to) {
    int at = from;
    while (at < to && body[at] != wanted) {
      at++;
    }
    return at;
  }

  private static Optional<String> decode(byte[] body, int from, int to) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(to - from);
    int at = from;
    while (at < to) {
      if (body[at] != '%') {
        bytes.write(body[at] == '+' ? ' ' : body[at]);
        at++;
        continue;
      }
      boolean whole = at + 2 < to;
      int high = whole ? hex(body[at + 1]) : -1;
      int low = whole ? hex(body[at + 2]) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      bytes.write(high * 16 + low);
      at += 3;
    }
    return utf8(bytes.toByteArray());
  }

  /** Only ASCII digits: {@link Character#digit} takes those of any script. */
  private static int hex(byte digit) {
    return digit >= 0 ? Character.digit((char) digit, 16) : -1;
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
