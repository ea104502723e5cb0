/** Notices what stays in a state for longer than it may. */
@NullMarked
package io.octroi.operations.stateage;

import org.jspecify.annotations.NullMarked;
