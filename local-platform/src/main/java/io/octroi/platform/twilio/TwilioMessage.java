package io.octroi.platform.twilio;

import java.time.Instant;

/** A message as it was handed over. */
public record TwilioMessage(
    String sid, String to, String from, String body, String statusCallback, Instant at) {}
