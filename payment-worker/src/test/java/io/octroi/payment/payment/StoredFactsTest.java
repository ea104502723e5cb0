package io.octroi.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.customer.CustomerSource;
import io.octroi.payment.customer.Identity;
import io.octroi.payment.customer.PlanSource;
import io.octroi.payment.payment.PaymentFact.Assigned;
import io.octroi.payment.payment.PaymentFact.Authorised;
import io.octroi.payment.payment.PaymentFact.Claimed;
import io.octroi.payment.payment.PaymentFact.PaidBy;
import io.octroi.payment.payment.PaymentFact.PaidUnder;
import io.octroi.payment.payment.PaymentFact.Pending;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is in the database stays readable: the stored form is written down here. */
class StoredFactsTest {
  private static final TypeReference<List<PaymentFact>> FACTS = new TypeReference<>() {};
  private static final Claim CLAIM =
      new Claim(
          "cust-1",
          CustomerSource.CLIENT_REFERENCE,
          "plan-1",
          PlanSource.METADATA,
          new Contact("a@example.org", "fr", 7L));
  private static final String STORED =
      """
      [{"kind":"pending"},\
      {"kind":"authorised","asked":{"minor_units":4900,"currency":"EUR"}},\
      {"kind":"succeeded","amount":{"minor_units":4900,"currency":"EUR"},"source":"PAYMENT"},\
      {"kind":"failed","asked":{"minor_units":4900,"currency":"EUR"},"reason":"card_declined"},\
      {"kind":"canceled","asked":{"minor_units":4900,"currency":"EUR"},"reason":"abandoned"},\
      {"kind":"refunded_to","charge":"ch_1","total":{"minor_units":10,"currency":"EUR"}},\
      {"kind":"refund","refund":"re_1","charge":"ch_1","amount":{"minor_units":10,"currency":"EUR"},\
      "status":"FAILED"},\
      {"kind":"dispute_opened","dispute":"du_1","amount":{"minor_units":4900,"currency":"EUR"}},\
      {"kind":"dispute_won","dispute":"du_1","amount":{"minor_units":4900,"currency":"EUR"}},\
      {"kind":"dispute_lost","dispute":"du_1","amount":{"minor_units":4900,"currency":"EUR"}},\
      {"kind":"claimed","claim":{"customer_id":"cust-1","customer_source":"CLIENT_REFERENCE",\
      "plan_code":"plan-1","plan_source":"METADATA",\
      "contact":{"email":"a@example.org","language":"fr","telegram_user_id":7}}},\
      {"kind":"paid_under","agreement":"sub_1"},\
      {"kind":"paid_by","provider_customer":"cus_1"},\
      {"kind":"assigned","customer_id":"cust-1","plan_code":"plan-1","reason":"called us"}]\
      """;

  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void facts_are_stored_and_read_in_the_form_of_old() {
    // Given
    List<PaymentFact> facts =
        List.of(
            new Pending(null),
            new Authorised(Facts.eur(4900)),
            Facts.succeeded(),
            Facts.failed(),
            Facts.canceled(),
            Facts.refundedTo(10),
            Facts.refund("re_1", 10, RefundStatus.FAILED),
            Facts.opened("du_1"),
            Facts.won("du_1"),
            Facts.lost("du_1"),
            new Claimed(CLAIM),
            new PaidUnder("sub_1"),
            new PaidBy("cus_1"),
            new Assigned("cust-1", "plan-1", "called us"));

    // Then
    assertThat(json.writerFor(FACTS).writeValueAsString(facts)).isEqualTo(STORED);
    assertThat(json.readValue(STORED, FACTS)).isEqualTo(facts);
  }

  @Test
  void identities_are_stored_and_read_in_the_form_of_old() {
    // Given
    Identity identity = Identity.of(CLAIM, Facts.START, "evt_1").withoutPlan();
    String stored =
        """
        {"customer":{"value":"cust-1","rank":1,"at":"2026-09-01T10:00:00Z","event_id":"evt_1"},\
        "email":{"value":"a@example.org","rank":1,"at":"2026-09-01T10:00:00Z","event_id":"evt_1"},\
        "language":{"value":"fr","rank":1,"at":"2026-09-01T10:00:00Z","event_id":"evt_1"},\
        "telegram_user_id":{"value":7,"rank":1,"at":"2026-09-01T10:00:00Z","event_id":"evt_1"}}\
        """;

    // Then
    assertThat(json.writeValueAsString(identity)).isEqualTo(stored);
    assertThat(json.readValue(stored, Identity.class)).isEqualTo(identity);
    assertThat(json.readValue("{}", Identity.class)).isEqualTo(Identity.UNKNOWN);
  }
}
