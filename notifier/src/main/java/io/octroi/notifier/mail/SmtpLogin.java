package io.octroi.notifier.mail;

import io.octroi.runtime.secret.SensitiveSetting;

/**
 * What a mail server knows us by; both may change at any moment.
 *
 * @param user empty where nobody signs in
 */
record SmtpLogin(SensitiveSetting user, SensitiveSetting password) {}
