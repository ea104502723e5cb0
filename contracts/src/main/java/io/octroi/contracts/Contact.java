package io.octroi.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a customer, as far as the provider told. Travels with events because the notifier
 * reads no other service's tables.
 *
 * @param email an address, unchecked
 * @param language a BCP 47 tag such as {@code fr}
 * @param telegramUserId the numeric id of the customer's Telegram account
 * @param phone a telephone number, see {@link PhoneNumber}; unchecked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(
    @JsonProperty("email") @Nullable String email,
    @JsonProperty("language") @Nullable String language,
    @JsonProperty("telegram_user_id") @Nullable Long telegramUserId,
    @JsonProperty("phone") @Nullable String phone) {

  /** Nothing known. */
  public static final Contact UNKNOWN = new Contact(null, null, null, null);

  /** A contact without a telephone number. */
  public Contact(@Nullable String email, @Nullable String language, @Nullable Long telegramUserId) {
    this(email, language, telegramUserId, null);
  }

  /** This contact, with what it lacks taken from {@code other}. */
  public Contact orElse(Contact other) {
    return new Contact(
        email != null ? email : other.email,
        language != null ? language : other.language,
        telegramUserId != null ? telegramUserId : other.telegramUserId,
        phone != null ? phone : other.phone);
  }

  /** Personal data stays out of logs. */
  @Override
  public String toString() {
    return "Contact[…]";
  }
}
