/** Tells operators what a customer was told, over which channel, and how each attempt ended. */
@NullMarked
package io.octroi.notifier.story;

import org.jspecify.annotations.NullMarked;
