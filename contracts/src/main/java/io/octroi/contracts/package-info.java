/** The words on the wire: topic names, event records and their codec. */
@NullMarked
package io.octroi.contracts;

import org.jspecify.annotations.NullMarked;
