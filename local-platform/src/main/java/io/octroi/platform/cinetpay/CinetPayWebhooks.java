package io.octroi.platform.cinetpay;

import io.octroi.platform.provider.Hmac;
import io.octroi.platform.provider.SignedWebhook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Signs notifications as CinetPay does: HMAC-SHA256 over sixteen form fields end to end. */
public final class CinetPayWebhooks {
  private static final List<String> SIGNED =
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

  private CinetPayWebhooks() {}

  /** A delivery of these fields; one that is missing counts as empty. */
  public static SignedWebhook sign(SequencedMap<String, String> fields, String secret) {
    String text =
        SIGNED.stream().map(name -> fields.getOrDefault(name, "")).collect(Collectors.joining());
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return SignedWebhook.post(
            "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8))
        .withHeader(
            "x-token", Hmac.hex("HmacSHA256", secret, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
