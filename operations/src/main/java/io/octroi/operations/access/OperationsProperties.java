package io.octroi.operations.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.operations}. With neither a token nor operators nobody gets in.
 *
 * @param operators who may call, each with a token of their own
 * @param token one token in plain text, for one machine; empty is none. On AWS {@code
 *     octroi.secrets.from.octroi.operations.token} names its secret
 * @param tokenName the name of whoever presents {@code token}
 */
@Validated
@ConfigurationProperties("octroi.operations")
public record OperationsProperties(
    @DefaultValue List<@Valid Credential> operators,
    @DefaultValue("") String token,
    @DefaultValue("operator") @Pattern(regexp = OperationsProperties.NAME) String tokenName) {
  static final String NAME = "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}";

  /**
   * One operator. The token itself is known to the operator only.
   *
   * @param name goes into the audit log
   * @param tokenSha256 SHA-256 of the token in hex; the token holds at least 128 random bits, since
   *     a plain hash does not protect anything weaker
   */
  public record Credential(
      @Pattern(regexp = NAME) String name,
      @Pattern(regexp = "[0-9a-fA-F]{64}") String tokenSha256) {}

  /** Without the tokens. */
  @Override
  public String toString() {
    return "OperationsProperties[operators="
        + operators.stream().map(Credential::name).toList()
        + ", token="
        + (token.isEmpty() ? "none" : "set")
        + "]";
  }
}
