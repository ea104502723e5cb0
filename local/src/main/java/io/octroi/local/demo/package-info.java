/** A member's month, played on the running system and looked at from outside. */
@NullMarked
package io.octroi.local.demo;

import org.jspecify.annotations.NullMarked;
