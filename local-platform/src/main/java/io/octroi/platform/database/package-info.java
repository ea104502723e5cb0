/** A real PostgreSQL server for one machine, kept in a directory. */
@NullMarked
package io.octroi.platform.database;

import org.jspecify.annotations.NullMarked;
