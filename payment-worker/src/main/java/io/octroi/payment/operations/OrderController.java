package io.octroi.payment.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.contracts.PhoneNumber;
import io.octroi.operations.audit.Reason;
import io.octroi.payment.ledger.Sha256;
import io.octroi.payment.order.Order;
import io.octroi.payment.order.Orders;
import io.octroi.payment.order.Registration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes what providers are asked to collect, and shows it without tokens and contact. */
@RestController
@RequestMapping("/operations/orders")
class OrderController {
  private final Orders orders;
  private final Clock clock;

  OrderController(Orders orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  /** Registers an order: 201, 200 for the same one again, 409 for another one under its name. */
  @PostMapping
  ResponseEntity<Answer> register(@RequestBody @Valid Request request, Reason reason) {
    Registration outcome = orders.register(request.order(clock.instant()));
    return switch (outcome) {
      case CREATED -> ResponseEntity.status(HttpStatus.CREATED).body(new Answer("created"));
      case ALREADY_EXISTS -> ResponseEntity.ok(new Answer("already_exists"));
      case EXISTS_WITH_DIFFERENT_REQUEST ->
          throw new ResponseStatusException(
              HttpStatus.CONFLICT, "Something else was registered under this reference");
    };
  }

  /** Orders, newest first. */
  @GetMapping
  List<View> list(
      @RequestParam(defaultValue = "") @Size(max = 200) String customer,
      @RequestParam(defaultValue = "") @Pattern(regexp = "|open|paid|failed") String state,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
    return orders.list(customer, state, limit).stream().map(View::of).toList();
  }

  /**
   * What a provider is asked to collect.
   *
   * @param reference X-Reference-Id, tx_ref, cpm_trans_id, order_id: known to us and the provider
   * @param orderId what we call it besides; absent where that is the reference
   * @param amount in minor units
   */
  record Request(
      @JsonProperty("provider") @NotNull @Pattern(regexp = "[a-z0-9_]{1,40}") String provider,
      @JsonProperty("endpoint") @NotNull @Pattern(regexp = "[a-z0-9-]{1,60}") String endpoint,
      @JsonProperty("reference") @NotNull @Pattern(regexp = "[!-~]{1,255}") String reference,
      @JsonProperty("order_id") @Nullable @Pattern(regexp = "[!-~]{1,255}") String orderId,
      @JsonProperty("customer_id") @NotNull @Pattern(regexp = "\\P{Cntrl}{1,200}")
          String customerId,
      @JsonProperty("plan_code") @NotNull @Pattern(regexp = "\\P{Cntrl}{1,200}") String planCode,
      @JsonProperty("amount") @Positive long amount,
      @JsonProperty("currency") @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
      @JsonProperty("contact") @Nullable Contact contact,
      @JsonProperty("pay_token") @Nullable @Size(max = 500) String payToken,
      @JsonProperty("notif_token") @Nullable @Size(max = 500) String notifToken) {

    Order order(Instant now) {
      return new Order(
          provider,
          endpoint,
          reference,
          orderId == null ? reference : orderId,
          customerId,
          planCode,
          money(),
          reachable(),
          payToken == null ? "" : payToken,
          notifToken == null || notifToken.isEmpty()
              ? ""
              : Sha256.of(notifToken.getBytes(StandardCharsets.UTF_8)).hex(),
          Order.State.OPEN,
          now.truncatedTo(ChronoUnit.MICROS));
    }

    /** A number that is not one of the world's would come to light only when it is written to. */
    private Contact reachable() {
      if (contact == null) {
        return Contact.UNKNOWN;
      }
      if (contact.phone() != null && PhoneNumber.parse(contact.phone()).isEmpty()) {
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The phone is not E.164");
      }
      return contact;
    }

    private Money money() {
      try {
        return Money.of(amount, currency);
      } catch (IllegalArgumentException e) {
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No such currency", e);
      }
    }

    /** Without tokens and contact. */
    @Override
    public String toString() {
      return "Request[" + provider + "]";
    }
  }

  /** What came of it. */
  record Answer(@JsonProperty("outcome") String outcome) {}

  /** An order; the amount in minor units. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      @JsonProperty("provider") String provider,
      @JsonProperty("endpoint") String endpoint,
      @JsonProperty("reference") String reference,
      @JsonProperty("order_id") String orderId,
      @JsonProperty("customer_id") String customerId,
      @JsonProperty("plan_code") String planCode,
      @JsonProperty("amount") long amount,
      @JsonProperty("currency") String currency,
      @JsonProperty("state") String state,
      @JsonProperty("created_at") Instant createdAt) {
    static View of(Order order) {
      return new View(
          order.provider(),
          order.endpoint(),
          order.reference(),
          order.orderId(),
          order.customerId(),
          order.planCode(),
          order.asked().minorUnits(),
          order.asked().currency().getCurrencyCode(),
          order.state().storedName(),
          order.createdAt());
    }
  }
}
