package io.octroi.payment.hyperpay;

import io.octroi.payment.translation.MalformedEventException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a result code of OPPWA's amounts to. The order counts: each class is what no class before it
 * claims.
 */
public enum ResultClass {
  CHARGEBACK("000\\.100\\.2.*"),
  /** The outcome is not known: ask. */
  COMMUNICATION_ERROR("900\\.[1234]00.*|000\\.400\\.030"),
  SUCCESS("000\\.000\\..*|000\\.100\\.1.*|000\\.[36].*|000\\.400\\.[1][12]0"),
  MANUAL_REVIEW("000\\.400\\.0[^3].*|000\\.400\\.100"),
  PENDING("000\\.200.*"),
  PENDING_DELAYED("800\\.400\\.5.*|100\\.400\\.500"),
  REJECTED(".*");

  private static final Pattern CODE = Pattern.compile("\\d{3}\\.\\d{3}\\.\\d{3}");

  /** Nobody knows what became of it, though it counts as rejected. */
  private static final String UNDEFINED = "999.999.999";

  /** "Merchant in Integrator Test Mode" and its like. */
  private static final Set<String> TEST_MODE = Set.of("000.100.110", "000.100.111", "000.100.112");

  private final Pattern pattern;

  ResultClass(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /**
   * The class of a code.
   *
   * @throws MalformedEventException for what is no result code
   */
  public static ResultClass of(String code) {
    if (!CODE.matcher(code).matches()) {
      throw new MalformedEventException("bad_result_code");
    }
    return Stream.of(values())
        .filter(c -> c.pattern.matcher(code).matches())
        .findFirst()
        .orElse(REJECTED);
  }

  /** Whether the provider has to be asked again for the end of the story. */
  static boolean isOpen(String code) {
    return switch (of(code)) {
      case COMMUNICATION_ERROR, PENDING, PENDING_DELAYED -> true;
      case CHARGEBACK, SUCCESS, MANUAL_REVIEW -> false;
      case REJECTED -> code.equals(UNDEFINED);
    };
  }

  static boolean isTestMode(String code) {
    return TEST_MODE.contains(code);
  }
}
