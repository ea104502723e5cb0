/** What a stand-in remembers, kept in a file. */
@NullMarked
package io.octroi.platform.store;

import org.jspecify.annotations.NullMarked;
