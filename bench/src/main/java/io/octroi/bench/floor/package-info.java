/** What the parts of the system can do on this machine, each measured alone. */
@NullMarked
package io.octroi.bench.floor;

import org.jspecify.annotations.NullMarked;
