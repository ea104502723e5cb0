/** Text messages over Twilio, and what the carriers say became of them. */
@NullMarked
package io.octroi.notifier.sms;

import org.jspecify.annotations.NullMarked;
