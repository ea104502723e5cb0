package io.octroi.platform.http;

/** What a stand-in answers when nothing was scripted. Called by many threads at once. */
@FunctionalInterface
public interface RequestHandler {
  Answer answer(RecordedRequest request);
}
