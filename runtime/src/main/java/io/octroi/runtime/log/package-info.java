/** What log lines may hold: our own words, known keys in known shapes, and nothing of anybody. */
@NullMarked
package io.octroi.runtime.log;

import org.jspecify.annotations.NullMarked;
