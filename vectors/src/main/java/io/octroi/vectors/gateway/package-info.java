/** A real gateway, and what a case wants around it: its time, its secrets, its certificates. */
@NullMarked
package io.octroi.vectors.gateway;

import org.jspecify.annotations.NullMarked;
