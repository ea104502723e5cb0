package io.octroi.payment.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.payment.api.ApiAnswer;
import io.octroi.payment.order.Order;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The decision about every claim of the vector files. */
class VectorsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ApiAnswer NOBODY_WAS_ASKED = new ApiAnswer.Refused("never_asked");

  @TestFactory
  Stream<DynamicTest> every_claim_gets_its_verdict() {
    return List.of("mtn_momo", "orange_money").stream().flatMap(VectorsTest::cases);
  }

  private static Stream<DynamicTest> cases(String provider) {
    try (InputStream file =
        VectorsTest.class.getResourceAsStream("/vectors/" + provider + ".json")) {
      return JSON.readTree(file)
          .path("cases")
          .valueStream()
          .map(one ->
              DynamicTest.dynamicTest(
                  provider + " " + one.path("name").asString(),
                  () ->
                      assertThat(verdict(provider, one))
                          .isEqualTo(expected(one.path("expected").asString()))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Verdict expected(String word) {
    return word.equals("valid")
        ? Verdict.VALID
        : Verdict.valueOf(
            word.substring("invalid:".length()).replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private static Verdict verdict(String provider, JsonNode one) {
    JsonNode context = one.path("context");
    Notice notice = Notice.read(Base64.getDecoder().decode(one.path("body").asString()));
    Optional<Order> order = order(provider, context);
    String reference = order.map(Order::reference).orElse("nothing");
    return Decisions.beforeAsking(provider, notice, order)
        .orElseGet(() ->
            Decisions.afterAsking(
                    new Subject(provider, "order", reference),
                    notice.claimed(),
                    order,
                    answer(context.path("requery")))
                .verdict());
  }

  private static ApiAnswer answer(JsonNode requery) {
    int status = requery.path("status").asInt(0);
    return switch (status) {
      case 0 -> NOBODY_WAS_ASKED;
      case 200, 201 ->
          new ApiAnswer.Answered(
              JSON.writeValueAsString(requery.path("json")).getBytes(StandardCharsets.UTF_8));
      case 401 -> new ApiAnswer.Refused("unauthorized");
      case 404 -> new ApiAnswer.Unknown();
      default -> new ApiAnswer.Unavailable("server_error", Duration.ZERO);
    };
  }

  private static Optional<Order> order(String provider, JsonNode context) {
    JsonNode stored = context.path("stored");
    if (!stored.isObject()) {
      return Optional.empty();
    }
    String id = stored.path("order_id").asString();
    String token = stored.path("notif_token").asString("");
    return Optional.of(
        new Order(
            provider,
            "shop",
            stored.path("reference_id").asString(id),
            id,
            "customer",
            "plan",
            Money.ofDecimal(stored.path("amount").asString(), stored.path("currency").asString()),
            Contact.UNKNOWN,
            stored.path("pay_token").asString(""),
            token.isEmpty() ? "" : Tokens.sha256(token),
            stored.path("state").asString().equals("pending") ? Order.State.OPEN : Order.State.PAID,
            Instant.EPOCH));
  }
}
