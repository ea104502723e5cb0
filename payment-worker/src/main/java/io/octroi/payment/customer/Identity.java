package io.octroi.payment.customer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.contracts.Contact;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The join of all claims about one subject: a payment, an agreement or a provider's customer. Each
 * part keeps the claim to believe, so joining is commutative, associative and idempotent.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Identity(
    @JsonProperty("customer") @Nullable Attested<String> customer,
    @JsonProperty("plan") @Nullable Attested<String> plan,
    @JsonProperty("email") @Nullable Attested<String> email,
    @JsonProperty("language") @Nullable Attested<String> language,
    @JsonProperty("telegram_user_id") @Nullable Attested<Long> telegramUserId,
    @JsonProperty("phone") @Nullable Attested<String> phone) {

  /** Nobody said anything yet. */
  public static final Identity UNKNOWN = new Identity(null, null, null, null, null, null);

  /** What one event's claim amounts to. */
  public static Identity of(Claim claim, Instant at, String eventId) {
    Contact contact = claim.contact();
    return new Identity(
        attested(claim.customerId(), claim.customerSource().rank(), at, eventId),
        attested(claim.planCode(), claim.planSource().rank(), at, eventId),
        attested(contact.email(), Attested.TOLD, at, eventId),
        attested(contact.language(), Attested.TOLD, at, eventId),
        attested(contact.telegramUserId(), Attested.TOLD, at, eventId),
        attested(contact.phone(), Attested.TOLD, at, eventId));
  }

  /** What both together amount to. */
  public Identity join(Identity other) {
    return new Identity(
        Attested.better(customer, other.customer),
        Attested.better(plan, other.plan),
        Attested.better(email, other.email),
        Attested.better(language, other.language),
        Attested.better(telegramUserId, other.telegramUserId),
        Attested.better(phone, other.phone));
  }

  /** This identity, with what it lacks taken from {@code other}, however well attested there. */
  public Identity orElse(Identity other) {
    return new Identity(
        customer != null ? customer : other.customer,
        plan != null ? plan : other.plan,
        email != null ? email : other.email,
        language != null ? language : other.language,
        telegramUserId != null ? telegramUserId : other.telegramUserId,
        phone != null ? phone : other.phone);
  }

  /** This identity without a plan: a provider's customer may pay for several. */
  public Identity withoutPlan() {
    return new Identity(customer, null, email, language, telegramUserId, phone);
  }

  @JsonIgnore
  public @Nullable String customerId() {
    return Attested.valueOf(customer);
  }

  @JsonIgnore
  public @Nullable String planCode() {
    return Attested.valueOf(plan);
  }

  @JsonIgnore
  public Contact contact() {
    return new Contact(
        Attested.valueOf(email),
        Attested.valueOf(language),
        Attested.valueOf(telegramUserId),
        Attested.valueOf(phone));
  }

  /** Whether both say the same, whoever attested it. */
  public boolean saysTheSameAs(Identity other) {
    return Objects.equals(customerId(), other.customerId())
        && Objects.equals(planCode(), other.planCode())
        && contact().equals(other.contact());
  }

  private static <V extends Comparable<V>> @Nullable Attested<V> attested(
      @Nullable V value, int rank, Instant at, String eventId) {
    return value == null ? null : new Attested<>(value, rank, at, eventId);
  }
}
