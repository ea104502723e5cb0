package io.octroi.platform.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message or a part of one: headers and either a body or further parts. Works on ISO 8859-1 text,
 * in which each character is one byte; charsets come in at the end.
 */
record MimePart(List<Header> headers, String body, List<MimePart> parts) {
  private static final int DEEPEST = 10;
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary\\s*=\\s*(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

  record Header(String name, String value) {}

  static MimePart parse(byte[] raw) {
    return parse(new String(raw, StandardCharsets.ISO_8859_1).replace("\r\n", "\n"), 0);
  }

  private static MimePart parse(String text, int depth) {
    int end = text.startsWith("\n") ? 0 : text.indexOf("\n\n");
    String head = end < 0 ? text : text.substring(0, end);
    String body = end < 0 ? "" : text.substring(Math.min(text.length(), end == 0 ? 1 : end + 2));
    MimePart leaf = new MimePart(parseHeaders(head), body, List.of());
    Matcher boundary = BOUNDARY.matcher(leaf.contentType());
    if (depth == DEEPEST
        || !leaf.contentType().toLowerCase(Locale.ROOT).startsWith("multipart/")
        || !boundary.find()) {
      return leaf;
    }
    String mark = Optional.ofNullable(boundary.group(1)).orElseGet(() -> boundary.group(2));
    List<MimePart> parts =
        sections(body, mark).stream().map(section -> parse(section, depth + 1)).toList();
    return new MimePart(leaf.headers(), "", parts);
  }

  private static List<Header> parseHeaders(String head) {
    List<Header> headers = new ArrayList<>();
    for (String line : head.replaceAll("\n[ \t]+", " ").split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.add(
            new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      }
    }
    return headers;
  }

  private static List<String> sections(String body, String boundary) {
    List<String> sections = new ArrayList<>();
    // The line end before a boundary belongs to the boundary.
    for (String section : ("\n" + body).split("\n--" + Pattern.quote(boundary), -1)) {
      if (section.startsWith("--")) {
        break;
      }
      sections.add(section.replaceFirst("^[ \t]*\n", ""));
    }
    // What comes before the first boundary is for nobody.
    return sections.isEmpty() ? sections : sections.subList(1, sections.size());
  }

  Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  List<String> headers(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        // Headers beyond ASCII are UTF-8 where they are not encoded.
        .map(header ->
            new String(
                header.value().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
        .toList();
  }

  private String contentType() {
    return header("Content-Type").orElse("text/plain");
  }

  /** The first part of that type, itself included. */
  Optional<MimePart> find(String type) {
    return parts.isEmpty()
        ? Optional.of(this)
            .filter(part -> part.contentType().toLowerCase(Locale.ROOT).startsWith(type))
        : parts.stream().flatMap(part -> part.find(type).stream()).findFirst();
  }

  String text() {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    String encoding = header("Content-Transfer-Encoding").orElse("8bit").toLowerCase(Locale.ROOT);
    byte[] decoded =
        switch (encoding) {
          case "base64" -> Base64.getMimeDecoder().decode(bytes);
          case "quoted-printable" -> QuotedPrintable.decode(bytes);
          default -> bytes;
        };
    Matcher charset = CHARSET.matcher(contentType());
    return new String(
        decoded, charset.find() ? EncodedWords.charset(charset.group(1)) : StandardCharsets.UTF_8);
  }
}
