/** Checks what operators see and read against the code of the services. */
@NullMarked
package io.octroi.ops;

import org.jspecify.annotations.NullMarked;
