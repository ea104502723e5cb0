package io.octroi.gateway.intake;

/** What came of reading a request's body. */
sealed interface Body {

  /** All of it. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Complete(byte[] bytes) implements Body {}

  /** It goes on beyond the limit; the rest was not read. */
  record TooLarge() implements Body {}

  /** It did not arrive in time. */
  record TooSlow() implements Body {}

  /** No room for it now. */
  record NoRoom() implements Body {}

  /** It ended before its end, or was not encoded as it said. */
  record Broken() implements Body {}
}
