package io.octroi.local.demo;

/** What the story came to and must not, in one line. */
public final class BrokenStory extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenStory(String message) {
    super(message);
  }
}
