/** A stand-in for a mail provider: a real SMTP server with a mailbox. */
@NullMarked
package io.octroi.platform.smtp;

import org.jspecify.annotations.NullMarked;
