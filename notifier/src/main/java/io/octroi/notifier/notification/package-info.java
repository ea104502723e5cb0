/** What is to be told: one row per fact, unique before anything is sent. */
@NullMarked
package io.octroi.notifier.notification;

import org.jspecify.annotations.NullMarked;
