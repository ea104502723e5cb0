package io.octroi.local;

/** Why the system cannot start, in one line for the person who started it. */
final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartException(String message) {
    super(message);
  }
}
