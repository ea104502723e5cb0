/** What the newest event said about each subscription. */
@NullMarked
package io.octroi.notifier.subscription;

import org.jspecify.annotations.NullMarked;
