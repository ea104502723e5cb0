package io.octroi.gateway.cinetpay;

import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.FormBody;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The sixteen fields that the token covers, in the order that it covers them; a missing one is
 * empty. Most accounts post a form, some JSON.
 */
record CinetPayFields(List<String> values) {
  private static final List<String> NAMES =
      List.of(
          "cpm_site_id",
          "cpm_trans_id",
          "cpm_trans_date",
          "cpm_amount",
          "cpm_currency",
          "signature",
          "payment_method",
          "cel_phone_num",
          "cpm_phone_prefixe",
          "cpm_language",
          "cpm_version",
          "cpm_payment_config",
          "cpm_page_action",
          "cpm_custom",
          "cpm_designation",
          "cpm_error_message");

  private static final int TRANSACTION = NAMES.indexOf("cpm_trans_id");

  static Attempt<CinetPayFields> parse(byte[] body) {
    if (body.length == 0) {
      return Attempt.failed(RejectionReason.UNREADABLE_BODY);
    }
    // No form begins like that: its names are encoded.
    return body[0] == '{' ? json(body) : FormBody.parse(body).then(CinetPayFields::form);
  }

  private static Attempt<CinetPayFields> form(FormBody form) {
    List<String> values = new ArrayList<>();
    for (String name : NAMES) {
      List<String> given = form.all(name);
      if (given.size() > 1) {
        // The next reader might take the other one.
        return Attempt.failed(RejectionReason.UNREADABLE_BODY);
      }
      values.add(given.isEmpty() ? "" : given.getFirst());
    }
    return Attempt.passed(new CinetPayFields(List.copyOf(values)));
  }

  private static Attempt<CinetPayFields> json(byte[] body) {
    return switch (JsonBody.parse(body)) {
      case Attempt.Passed<JsonBody>(JsonBody json) ->
          Attempt.passed(
              new CinetPayFields(
                  NAMES.stream()
                      .map(name -> json.text(name).or(() -> json.reference(name)).orElse(""))
                      .toList()));
      case Attempt.Failed<JsonBody> _ -> Attempt.failed(RejectionReason.UNREADABLE_BODY);
    };
  }

  String transaction() {
    return values.get(TRANSACTION);
  }

  /** What the token is computed over; nothing tells where a value ends. */
  byte[] signed() {
    return String.join("", values).getBytes(StandardCharsets.UTF_8);
  }

  /** Tells one state of a transaction from the next: every change is a new notification. */
  String fingerprint() {
    return Sha256.hex(String.join("\n", values)).substring(0, 32);
  }

  /** Without content: there is a telephone number in it. */
  @Override
  public String toString() {
    return "CinetPayFields";
  }
}
