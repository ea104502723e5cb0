/** The X-Signature scheme for partners without one of their own. Pure. */
@NullMarked
package io.octroi.gateway.generic;

import org.jspecify.annotations.NullMarked;
