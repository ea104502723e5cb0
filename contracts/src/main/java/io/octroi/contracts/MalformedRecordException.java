package io.octroi.contracts;

/** A Kafka record that no retry will make readable. Its message holds no part of the value. */
public final class MalformedRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedRecordException(String message) {
    super(message);
  }
}
