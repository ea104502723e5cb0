/** The secrets in use, and how they change without a restart. */
@NullMarked
package io.octroi.gateway.secret;

import org.jspecify.annotations.NullMarked;
