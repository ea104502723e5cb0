/** Shows operators what was told to whom, and starts failed deliveries again. */
@NullMarked
package io.octroi.notifier.operations;

import org.jspecify.annotations.NullMarked;
