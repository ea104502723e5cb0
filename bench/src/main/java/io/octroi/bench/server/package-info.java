/** Servers that are measured beside the system, each a process of its own. */
@NullMarked
package io.octroi.bench.server;

import org.jspecify.annotations.NullMarked;
