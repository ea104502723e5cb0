/** A stand-in for Twilio: messages, and its signed status callbacks. */
@NullMarked
package io.octroi.platform.twilio;

import org.jspecify.annotations.NullMarked;
