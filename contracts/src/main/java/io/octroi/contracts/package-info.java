/**
 * The words on the wire: topic names, event records and their codec. A component that may be absent
 * is {@code @Nullable}, as JSON has it.
 */
@NullMarked
package io.octroi.contracts;

import org.jspecify.annotations.NullMarked;
