/** A real broker and a real database for integration tests, started once per JVM. */
@NullMarked
package io.octroi.testing;

import org.jspecify.annotations.NullMarked;
