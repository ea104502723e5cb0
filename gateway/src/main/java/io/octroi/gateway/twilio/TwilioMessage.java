package io.octroi.gateway.twilio;

import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.FormBody;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a signature is over, in each way that Twilio may have written the address: as it is known
 * here, with the scheme's port, and without any.
 */
record TwilioMessage(List<String> texts) {
  private static final Pattern BODY_HASH = Pattern.compile("[?&]bodySHA256=([0-9A-Fa-f]{64})(&|$)");
  private static final Pattern ADDRESS =
      Pattern.compile("(https?)://([^/?#:]+|\\[[^\\]]*\\])(:[0-9]{1,5})?([/?].*)?");

  /** A JSON body is covered by the hash in the address, a form field by field. */
  static Attempt<TwilioMessage> of(String url, byte[] body) {
    Matcher hash = BODY_HASH.matcher(url);
    if (hash.find()) {
      return covers(hash.group(1), body)
          ? Attempt.passed(with(url, ""))
          : Attempt.failed(RejectionReason.SIGNATURE_MISMATCH);
    }
    return FormBody.parse(body).then(form -> Attempt.passed(with(url, sorted(form))));
  }

  /** Whether the address carries the hash of a body that is no form. */
  static boolean carriesHash(String url) {
    return BODY_HASH.matcher(url).find();
  }

  private static boolean covers(String hash, byte[] body) {
    byte[] given = hash.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(Sha256.hex(body).getBytes(StandardCharsets.US_ASCII), given);
  }

  /** Names in order, and of a repeated one each value once, in order. */
  private static String sorted(FormBody form) {
    Map<String, TreeSet<String>> values = new TreeMap<>();
    form.fields()
        .forEach(field ->
            values.computeIfAbsent(field.name(), absent -> new TreeSet<>()).add(field.value()));
    StringBuilder text = new StringBuilder();
    values.forEach((name, all) -> all.forEach(value -> text.append(name).append(value)));
    return text.toString();
  }

  private static TwilioMessage with(String url, String fields) {
    List<String> texts = new ArrayList<>();
    texts.add(url + fields);
    Matcher address = ADDRESS.matcher(url);
    if (address.matches()) {
      String start = address.group(1) + "://" + address.group(2);
      String rest = address.group(4) == null ? "" : address.group(4);
      String port = address.group(1).equals("https") ? ":443" : ":80";
      texts.add(start + rest + fields);
      texts.add(start + port + rest + fields);
    }
    return new TwilioMessage(List.copyOf(texts));
  }

  /** Without content: there is a telephone number in it. */
  @Override
  public String toString() {
    return "TwilioMessage";
  }
}
