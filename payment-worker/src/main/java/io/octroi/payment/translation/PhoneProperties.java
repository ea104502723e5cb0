package io.octroi.payment.translation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code octroi.payment.phones}.
 *
 * @param metadataKeys metadata keys that hold the customer's telephone number, the first one
 *     present counts
 * @param country where numbers without a country's calling code are from; without it they say
 *     nothing
 */
public record PhoneProperties(
    @NotEmpty @DefaultValue("phone") List<String> metadataKeys, @Valid @Nullable Country country) {
  public PhoneProperties {
    metadataKeys = List.copyOf(metadataKeys);
  }

  /**
   * A country's numbers.
   *
   * @param callingCode without plus sign, such as {@code 221}
   * @param nationalDigits how long its numbers are, without the trunk prefix
   * @param trunkPrefix what is dialled before them within the country, such as {@code 0}; empty
   *     where nothing is
   */
  public record Country(
      @NotNull @Pattern(regexp = "[1-9][0-9]{0,2}") String callingCode,
      @Min(4) @Max(14) int nationalDigits,
      @DefaultValue("") @Pattern(regexp = "[0-9]{0,2}") String trunkPrefix) {}
}
