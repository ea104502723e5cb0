/** The whole system on one machine: starts it, watches it, shows it, and stops it. */
@NullMarked
package io.octroi.local;

import org.jspecify.annotations.NullMarked;
