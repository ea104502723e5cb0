/** A network that can be made to fail, between two processes of one machine. */
@NullMarked
package io.octroi.platform.network;

import org.jspecify.annotations.NullMarked;
