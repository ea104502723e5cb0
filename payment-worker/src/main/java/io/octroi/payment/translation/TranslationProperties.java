package io.octroi.payment.translation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.payment}: how our customers and plans are named in a provider's
 * events.
 *
 * @param customerMetadataKeys metadata keys that hold our customer id, the first one present counts
 * @param planMetadataKeys metadata keys that hold our plan code, the first one present counts
 * @param languageMetadataKeys metadata keys that hold the customer's language
 * @param telegramMetadataKeys metadata keys that hold the customer's Telegram user id
 * @param phones where customers' telephone numbers are, and how national ones are read
 * @param plansByReference our plan code for the provider's price or product id
 * @param plainReferenceIsCustomer whether a shop's own reference that is neither JSON nor {@code
 *     customer|plan} is our customer id; otherwise it names an order
 * @param acceptTestMode whether events of the provider's test mode count
 * @param maxBodyBytes longest body that is read
 */
@Validated
@ConfigurationProperties("octroi.payment")
public record TranslationProperties(
    @NotEmpty @DefaultValue({"customer_id", "user_id"}) List<String> customerMetadataKeys,
    @NotEmpty @DefaultValue({"plan_code", "plan"}) List<String> planMetadataKeys,
    @NotEmpty @DefaultValue({"language", "locale"}) List<String> languageMetadataKeys,
    @NotEmpty @DefaultValue("telegram_user_id") List<String> telegramMetadataKeys,
    @Valid @DefaultValue PhoneProperties phones,
    @DefaultValue Map<String, String> plansByReference,
    @DefaultValue("false") boolean plainReferenceIsCustomer,
    @DefaultValue("true") boolean acceptTestMode,
    @Min(1024) @Max(16_777_216) @DefaultValue("1048576") int maxBodyBytes) {
  public TranslationProperties {
    customerMetadataKeys = List.copyOf(customerMetadataKeys);
    planMetadataKeys = List.copyOf(planMetadataKeys);
    languageMetadataKeys = List.copyOf(languageMetadataKeys);
    telegramMetadataKeys = List.copyOf(telegramMetadataKeys);
    plansByReference = Map.copyOf(plansByReference);
  }
}
