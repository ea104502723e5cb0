/** Breaks the running system from outside and audits what became of what it had answered. */
@NullMarked
package io.octroi.faults;

import org.jspecify.annotations.NullMarked;
