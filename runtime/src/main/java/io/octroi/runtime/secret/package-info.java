/** Secrets that AWS Secrets Manager keeps, in their current and their previous version. */
@NullMarked
package io.octroi.runtime.secret;

import org.jspecify.annotations.NullMarked;
