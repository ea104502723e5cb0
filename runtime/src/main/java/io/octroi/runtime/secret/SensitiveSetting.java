package io.octroi.runtime.secret;

/**
 * The value of a sensitive setting, which may change at any moment: to be asked for at each use.
 */
public interface SensitiveSetting {

  /** The value now; empty where there is none. */
  String value();

  /**
   * Whether it is another one than {@code refused}. Where Secrets Manager keeps it, that is asked
   * first, as seldom and for as short a time as {@link OutOfTurn} does.
   */
  boolean isOtherThan(String refused);

  /**
   * Notes that {@code refused} is not accepted where it is presented. Does not wait; the next use
   * will have another value, if there is one.
   */
  void refused(String refused);

  /** One that only a restart changes. */
  static SensitiveSetting fixed(String value) {
    return new SensitiveSetting() {
      @Override
      public String value() {
        return value;
      }

      @Override
      public boolean isOtherThan(String refused) {
        return !value.equals(refused);
      }

      @Override
      public void refused(String refused) {
        // Nobody has another one.
      }

      @Override
      public String toString() {
        return "SensitiveSetting[fixed]";
      }
    };
  }
}
