/** Composes mails and hands them to an SMTP server. */
@NullMarked
package io.octroi.notifier.mail;

import org.jspecify.annotations.NullMarked;
