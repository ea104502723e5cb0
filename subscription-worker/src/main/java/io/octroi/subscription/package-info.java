/** The subscription worker's front door. */
@NullMarked
package io.octroi.subscription;

import org.jspecify.annotations.NullMarked;
