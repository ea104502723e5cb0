/** Work that one process at a time may do. */
@NullMarked
package io.octroi.operations.lock;

import org.jspecify.annotations.NullMarked;
