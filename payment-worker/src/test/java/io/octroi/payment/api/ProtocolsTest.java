package io.octroi.payment.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.payment.api.ApiAnswer.Answered;
import io.octroi.payment.api.ApiAnswer.Unknown;
import io.octroi.platform.cinetpay.CinetPayPayment;
import io.octroi.platform.cinetpay.CinetPayStandIn;
import io.octroi.platform.flutterwave.FlutterwavePayment;
import io.octroi.platform.flutterwave.FlutterwaveV3StandIn;
import io.octroi.platform.flutterwave.FlutterwaveV4StandIn;
import io.octroi.platform.orangemoney.OrangeMoneyStandIn;
import io.octroi.platform.orangemoney.OrangePayment;
import io.octroi.platform.paypal.PayPalPayment;
import io.octroi.platform.paypal.PayPalStandIn;
import io.octroi.platform.provider.Ids;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each provider is asked in its own words. */
class ProtocolsTest {
  private static final String CLIENT = "{\"client_id\":\"id\",\"client_secret\":\"secret\"}";
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestClock clock = new TestClock();
  private final Ids ids = Ids.seeded(11);

  @Test
  void paypal_tells_its_own_copy_of_an_event() {
    try (PayPalStandIn paypal =
        PayPalStandIn.start(
            new PayPalStandIn.Settings(0, "id", "secret", "WEBHOOK", HOUR, clock, ids))) {
      String id = paypal.captured(PayPalPayment.of(ids, "49.00", "EUR", ""), clock.instant()).id();
      ProviderApi api = api("paypal", paypal.uri(), "", CLIENT);

      assertThat(text(api.ask(question("event", id)))).contains(id, "PAYMENT.CAPTURE.COMPLETED");
      assertThat(api.ask(question("event", "WH-0"))).isEqualTo(new Unknown());
    }
  }

  @Test
  void flutterwave_tells_a_transaction_of_its_third_api() {
    try (FlutterwaveV3StandIn third =
        FlutterwaveV3StandIn.start(new FlutterwaveV3StandIn.Settings(0, "sk", clock, ids))) {
      FlutterwavePayment payment =
          FlutterwavePayment.numbered(ids, new BigDecimal("15000"), "XOF", "ord_1");
      third.charged(payment, clock.instant());
      ProviderApi api = api("flutterwave", third.uri(), "v3", "{\"secret_key\":\"sk\"}");

      assertThat(text(api.ask(question("transaction", payment.id())))).contains("ord_1");
      assertThat(api.ask(question("transaction", "1"))).isEqualTo(new Unknown());
    }
  }

  @Test
  void flutterwave_tells_a_charge_of_its_fourth_api() {
    try (FlutterwaveV4StandIn fourth =
        FlutterwaveV4StandIn.start(
            new FlutterwaveV4StandIn.Settings(0, "id", "secret", HOUR, clock, ids))) {
      FlutterwavePayment payment =
          FlutterwavePayment.lettered(ids, new BigDecimal("49.50"), "GHS", "ord_1");
      fourth.charged(payment, clock.instant());
      ProviderApi api = api("flutterwave", fourth.uri(), "", CLIENT);

      assertThat(text(api.ask(question("charge", payment.id())))).contains("ord_1", "succeeded");
      assertThat(api.ask(question("charge", "chg_0"))).isEqualTo(new Unknown());
    }
  }

  @Test
  void cinetpay_tells_a_payment() {
    try (CinetPayStandIn cinetpay =
        CinetPayStandIn.start(new CinetPayStandIn.Settings(0, "key", "site", clock, ids))) {
      cinetpay.accepted(new CinetPayPayment("ord_1", 5000, "XOF", ""), clock.instant());
      ProviderApi api =
          api("cinetpay", cinetpay.uri(), "", "{\"apikey\":\"key\",\"site_id\":\"site\"}");

      assertThat(text(api.ask(question("payment", "ord_1")))).contains("ACCEPTED");
      assertThat(api.ask(question("payment", "ord_0"))).isEqualTo(new Unknown());
    }
  }

  @Test
  void orange_tells_an_order_to_whom_knows_amount_and_pay_token() {
    try (OrangeMoneyStandIn orange =
        OrangeMoneyStandIn.start(
            new OrangeMoneyStandIn.Settings(0, "id", "secret", "ci", HOUR, clock, ids))) {
      OrangePayment payment = OrangePayment.of(ids, "ord_1", 5000);
      orange.succeeded(payment, clock.instant());
      ProviderApi api = api("orange_money", orange.uri(), "ci", CLIENT);
      Map<String, String> details = Map.of("amount", "5000", "pay_token", payment.payToken());

      assertThat(text(api.ask(new Question("transaction", "ord_1", details)))).contains("SUCCESS");
      assertThat(api.ask(new Question("transaction", "ord_0", details))).isEqualTo(new Unknown());
    }
  }

  private ProviderApi api(String provider, URI base, String environment, String secret) {
    return Apis.api(Apis.settings(provider, base, environment), clock, Apis.secret(secret));
  }

  private static Question question(String kind, String reference) {
    return new Question(kind, reference, Map.of());
  }

  private static String text(ApiAnswer answer) {
    return answer instanceof Answered(byte[] document)
        ? new String(document, StandardCharsets.UTF_8)
        : answer.toString();
  }
}
