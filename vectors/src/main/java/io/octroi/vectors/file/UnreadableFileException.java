package io.octroi.vectors.file;

/** A file that is none of vectors. Its message names it and says why, on one line. */
public final class UnreadableFileException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableFileException(String message) {
    super(message);
  }
}
